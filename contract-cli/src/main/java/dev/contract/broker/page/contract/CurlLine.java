package dev.contract.broker.page.contract;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.WirePath;

/** The request of an interaction as a command for a shell; {@code $PROVIDER} stands for the provider's address. */
final class CurlLine {
    private static final int LONGEST = 4_000;

    private CurlLine() {}

    /** The command; empty when it would be too long to be of use. */
    static String of(HttpRequest request) {
        StringBuilder line = new StringBuilder("curl -i");
        if (!request.method().equals("GET")) {
            line.append(request.method().equals("HEAD") ? " --head" : " -X " + quoted(request.method()));
        }
        line.append(" \"$PROVIDER\"").append(quoted(target(request)));
        request.headers()
                .forEach((name, values) -> values.forEach(value ->
                        line.append(" \\\n  -H ").append(quoted(value.isEmpty() ? name + ";" : name + ": " + value))));
        appendBody(line, request.body());
        return line.length() > LONGEST ? "" : line.toString();
    }

    private static String target(HttpRequest request) {
        String path = WirePath.encoded(request.path());
        return request.query().isEmpty() ? path : path + "?" + request.query().encoded();
    }

    private static void appendBody(StringBuilder line, Body body) {
        if (body.isPresent()) {
            String text = body.text();
            boolean isText = text.indexOf('\ufffd') < 0 && text.indexOf('\0') < 0;
            line.append(isText ? " \\\n  --data-raw " + quoted(text) : " \\\n  --data-binary @BODY");
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
