package dev.contract.compare;

import static java.util.stream.Collectors.joining;

import dev.contract.compare.inclusion.Witness;
import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;

/** A witness as people and programs read it: on one line, with what is secret masked. */
record WitnessText(Witness witness) {
    private static final int LONGEST = 160;
    private static final int MOST_REFUSALS = 3;

    /** {@code 200 {"age":101}}, {@code GET /users?page=0}. */
    String exchange() {
        return Shortened.to(LONGEST, oneLine(whole()));
    }

    private String whole() {
        if (witness instanceof Witness.OfRequest of) {
            return request(of.request());
        }
        return witness instanceof Witness.OfResponse of
                ? response(of.response())
                : message((Witness.OfMessage) witness);
    }

    private String request(HttpRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query().encoded();
        return words(request.method() + " " + Secrets.url(request.path() + query), request.headers(), request.body());
    }

    private String response(HttpResponse response) {
        return words(Integer.toString(response.status()), response.headers(), response.body());
    }

    /** Headers only where they are what is refused. */
    private String words(String start, Headers headers, Body body) {
        List<String> words = new ArrayList<>(List.of(start));
        if (isAbout(Mismatch.Kind.HEADER)) {
            headers.forEach((name, values) -> words.add(name + ": "
                    + values.stream().map(value -> Secrets.value(name, value)).collect(joining(", "))));
        }
        words.add(body(body));
        return words.stream().filter(word -> !word.isEmpty()).collect(joining(" "));
    }

    private boolean isAbout(Mismatch.Kind kind) {
        return witness.refusals().stream().anyMatch(each -> each.kind() == kind);
    }

    private static String body(Body body) {
        return switch (body.state()) {
            case MISSING -> "";
            case NULL -> "null";
            case EMPTY -> "without body";
            case PRESENT -> Secrets.masked(body.text());
        };
    }

    private static String message(Witness.OfMessage message) {
        return (body(message.contents())
                        + (message.metadata().isEmpty()
                                ? ""
                                : " " + message.metadata().toJson()))
                .strip();
    }

    /** Why it is refused. */
    List<String> refusals() {
        return witness.refusals().stream()
                .limit(MOST_REFUSALS)
                .map(each -> Shortened.to(LONGEST, Secrets.masked(oneLine(each.toString()))))
                .toList();
    }

    /** What a witness says of a difference: on which side of the change which of the two is fine. */
    static String verdict(Difference difference, WitnessText text) {
        boolean asked =
                text.witness() instanceof Witness.OfRequest || difference.side().equals("request");
        String start = asked ? "may be sent now, and was not: " : "was fine, and is refused now: ";
        return start + String.join("; ", text.refusals());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").strip();
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("exchange", exchange())
                .put(
                        "refusals",
                        JsonArray.of(refusals().stream()
                                .<JsonValue>map(JsonString::of)
                                .toList()))
                .build();
    }
}
