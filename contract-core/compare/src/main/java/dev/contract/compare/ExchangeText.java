package dev.contract.compare;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A side of an exchange as people and programs read it: on one line, cut where it is long, with what is secret masked.
 *
 * @param withHeaders whether headers are worth their place
 * @param longest in characters
 * @param place what of a long body is shown in any case; null for its beginning
 */
record ExchangeText(
        boolean withHeaders, int longest, @Nullable RulePath place) {
    /** For people. */
    static final int LONGEST = 160;

    /** For programs, of which some keep many. */
    static final int WHOLE = 10_000;

    ExchangeText(boolean withHeaders) {
        this(withHeaders, LONGEST, null);
    }

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
        return cut(String.join(" ", words) + " ", body, "");
    }

    private String cut(String start, Body body, String end) {
        String whole = onOneLine(start + body(body) + end);
        RulePath wanted = place;
        Optional<JsonValue> json = whole.length() > longest ? body.readJson() : Optional.empty();
        if (wanted == null || json.isEmpty()) {
            return Shortened.to(longest, whole);
        }
        String text = text(json.get());
        return Shortened.to(longest, onOneLine(start) + (start.isEmpty() ? "" : " "))
                + Shortened.around(PlaceInText.of(json.get(), wanted), longest, text);
    }

    private static String body(Body body) {
        return switch (body.state()) {
            case MISSING -> "";
            case NULL -> "null";
            case EMPTY -> "without body";
            case PRESENT -> present(body);
        };
    }

    private static String present(Body body) {
        String text = body.text();
        return Secrets.isName(text)
                ? body.readJson().map(ExchangeText::text).orElseGet(() -> Secrets.masked(text))
                : Secrets.masked(text);
    }

    /** What stands in a list under the name of a secret is one, which its text alone does not tell. */
    private static String text(JsonValue json) {
        String text = json.toJson();
        return Secrets.masked(Secrets.isName(text) ? Discretion.shown(json).toJson() : text);
    }

    /** {@code {"id":7} {"topic":"users"}}: contents and metadata. */
    String message(Body contents, JsonObject metadata) {
        return cut("", contents, metadata.isEmpty() ? "" : " " + Secrets.masked(metadata.toJson()));
    }

    static String cut(String text) {
        return cut(LONGEST, text);
    }

    static String cut(int longest, String text) {
        return Shortened.to(longest, onOneLine(text));
    }

    /** By hand: an expression for blanks around a line end looks at a long row of blanks again from each of them. */
    private static String onOneLine(String text) {
        return text.lines().map(String::strip).filter(not(String::isEmpty)).collect(joining(" "));
    }
}
