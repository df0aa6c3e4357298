package dev.contract.provider.broker;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a broker says when it does not do what it was asked: in several shapes, from which the sentences are taken. */
final class Refusal {
    private static final int LONGEST_TEXT = 2_000;

    private Refusal() {}

    static BrokerException of(String task, String place, HttpResponse response) {
        Problem problem = Problem.error(
                        "CONTRACT-BROKER", "could not " + task + ": the broker answers " + status(response.status()))
                .at(place)
                .found(words(response));
        String advice = advice(response);
        return new BrokerException(response.status(), advice.isEmpty() ? problem : problem.mend(advice));
    }

    private static String status(int status) {
        return switch (status) {
            case 400 -> "400, bad request";
            case 401 -> "401, unauthorised";
            case 403 -> "403, forbidden";
            case 404 -> "404, not found";
            case 409 -> "409, conflict";
            case 500 -> "500, internal error";
            default -> Integer.toString(status);
        };
    }

    private static String advice(HttpResponse response) {
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 ->
                "use " + response.headers().first("Location").orElse("the broker's real address") + " as its base URL";
            case 401 ->
                "give a user name and a password (PACT_BROKER_USERNAME, PACT_BROKER_PASSWORD),"
                        + " or a token (PACT_BROKER_TOKEN)";
            case 403 -> "ask those who run the broker for the right to do this";
            default -> response.status() >= 500 ? "try again later, or ask those who run the broker" : "";
        };
    }

    private static String words(HttpResponse response) {
        try {
            List<String> texts = JsonReader.read(response.body().bytes())
                    .asObject()
                    .map(Refusal::texts)
                    .orElse(List.of());
            if (!texts.isEmpty()) {
                return String.join("\n", texts);
            }
        } catch (JsonSyntaxException e) {
            // Not a broker's words: a proxy's page perhaps.
        }
        return plain(response);
    }

    private static String plain(HttpResponse response) {
        boolean isText = response.headers()
                .contentType()
                .map(type -> type.base().equals("text/plain"))
                .orElse(false);
        String text = isText ? response.body().text().strip() : "";
        if (text.isEmpty()) {
            return "no explanation";
        }
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " …";
    }

    private static List<String> texts(JsonObject json) {
        List<String> texts = new ArrayList<>();
        json.get("error").ifPresent(error -> error(error, texts));
        json.get("errors").ifPresent(errors -> errors(errors, "", texts));
        Stream.of("title", "detail").flatMap(name -> json.string(name).stream()).forEach(texts::add);
        json.array("notices").stream()
                .flatMap(JsonArray::stream)
                .flatMap(notice -> notice.asObject().flatMap(object -> object.string("text")).stream())
                .filter(text -> texts.stream().noneMatch(known -> known.contains(text)))
                .forEach(texts::add);
        return texts;
    }

    /** A text, or an object with a message and a reference that leads to the broker's log. */
    private static void error(JsonValue error, List<String> texts) {
        error.asString().ifPresent(texts::add);
        error.asObject().flatMap(object -> object.string("message")).ifPresent(texts::add);
        error.asObject()
                .flatMap(object -> object.string("reference"))
                .ifPresent(reference -> texts.add("reference " + reference));
    }

    /** A list of texts, lists of texts by the name of a field, or problem documents. */
    private static void errors(JsonValue errors, String field, List<String> texts) {
        errors.asString().ifPresent(text -> texts.add(field.isEmpty() ? text : field + ": " + text));
        errors.asArray().ifPresent(list -> list.forEach(each -> errors(each, field, texts)));
        errors.asObject().ifPresent(object -> {
            if (object.has("detail") || object.has("title")) {
                String pointer =
                        object.string("pointer").map(text -> text + " ").orElse("");
                texts.add(pointer
                        + object.string("detail")
                                .or(() -> object.string("title"))
                                .orElse(""));
            } else {
                object.forEach((name, value) -> errors(value, name, texts));
            }
        });
    }
}
