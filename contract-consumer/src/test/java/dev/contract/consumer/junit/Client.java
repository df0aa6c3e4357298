package dev.contract.consumer.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A consumer's client, as short as can be. */
final class Client {
    private Client() {}

    /** Status and body of the answer to a GET request. */
    static String get(String url) {
        return send(url, Map.of(), "");
    }

    /** Status and body of the answer to a GET request, or to a POST request where there is a body. */
    static String send(String url, Map<String, String> headers, String sent) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            headers.forEach(connection::setRequestProperty);
            if (!sent.isEmpty()) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
            }
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return (status + " " + text).strip();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header of the answer to a GET request. */
    static String header(String url, String name) {
        try {
            return URI.create(url).toURL().openConnection().getHeaderField(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
