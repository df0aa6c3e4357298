package dev.contract.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks as browsers do. */
public final class Browser {
    public static final String ACCEPT =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Browser(String base) {
        this.base = base;
    }

    HttpResponse<String> get(String target) {
        return get(target, ACCEPT);
    }

    HttpResponse<String> get(String target, String accept) {
        URI address = URI.create(target.startsWith("http") ? target : base + target);
        try {
            return http.send(
                    HttpRequest.newBuilder(address).header("Accept", accept).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
