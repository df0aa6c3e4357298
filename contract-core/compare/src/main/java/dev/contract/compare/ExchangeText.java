package dev.contract.compare;

import static java.util.stream.Collectors.joining;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;

/**
 * A side of an exchange as people and programs read it: on one line, cut where it is long, with what is secret masked.
 *
 * @param withHeaders whether headers are worth their place
 */
record ExchangeText(boolean withHeaders) {
    private static final int LONGEST = 160;

    /** {@code GET /users?page=0}. */
    String request(HttpRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query().encoded();
        return words(request.method() + " " + Secrets.url(request.path() + query), request.headers(), request.body());
    }

    /** {@code 200 {"age":101}}. */
    String response(HttpResponse response) {
        return words(Integer.toString(response.status()), response.headers(), response.body());
    }

    private String words(String start, Headers headers, Body body) {
        List<String> words = new ArrayList<>(List.of(start));
        if (withHeaders) {
            headers.forEach((name, values) -> words.add(name + ": "
                    + values.stream().map(value -> Secrets.value(name, value)).collect(joining(", "))));
        }
        words.add(body(body));
        return cut(words.stream().filter(word -> !word.isEmpty()).collect(joining(" ")));
    }

    private static String body(Body body) {
        return switch (body.state()) {
            case MISSING -> "";
            case NULL -> "null";
            case EMPTY -> "without body";
            case PRESENT -> Secrets.masked(body.text());
        };
    }

    /** {@code {"id":7} {"topic":"users"}}: contents and metadata. */
    static String message(Body contents, JsonObject metadata) {
        return cut(body(contents) + (metadata.isEmpty() ? "" : " " + metadata.toJson()));
    }

    static String cut(String text) {
        return Shortened.to(LONGEST, text.replaceAll("\\s*\\R\\s*", " ").strip());
    }
}
