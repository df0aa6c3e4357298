package dev.contract.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The corpus of changes, {@code changes.txt}: named pairs of interactions with the verdict that people gave them. An interaction is written
 * short: what every one has is left out, {@code json}, {@code xml} and {@code text} are bodies, {@code message} makes it an asynchronous
 * message, {@code asked} and {@code answers} a synchronous one, and rules stand in one object by their places, {@code header Location}.
 */
final class Changes {
    private Changes() {}

    /**
     * One change.
     *
     * @param expected what the provider owes, in lower case
     */
    record Named(String name, Contract before, Contract after, String expected) {}

    static List<Named> all() {
        List<Named> all = new ArrayList<>();
        for (String block : text("changes.txt").split("(?m)^## ", -1)) {
            List<String> lines = block.lines().filter(line -> !line.isBlank()).toList();
            if (!lines.isEmpty()) {
                all.add(new Named(
                        lines.get(0),
                        contract(lines.get(1)),
                        contract(lines.get(2)),
                        lines.get(3).substring(7)));
            }
        }
        return all;
    }

    static String text(String resource) {
        try (InputStream stream = Changes.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract contract(String line) {
        JsonObject shortForm = JsonReader.read(line.substring(7)).asObject().orElseThrow();
        String file = """
                {"consumer": {"name": "web"}, "provider": {"name": "users"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """.formatted(interaction(shortForm).toJson());
        ReadResult read = ContractReader.read("changes.txt", file.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).as(line).isEmpty();
        return read.contract().orElseThrow();
    }

    private static JsonObject interaction(JsonObject given) {
        JsonObject.Builder whole = JsonObject.builder().put("description", "a request");
        given.forEach((name, value) -> {
            if (!List.of("request", "response", "message", "asked", "answers").contains(name)) {
                whole.put(name, value);
            }
        });
        if (given.has("message")) {
            return whole.put("type", "Asynchronous/Messages")
                    .putAll(part(object(given, "message"), "contents"))
                    .build();
        }
        if (given.has("asked")) {
            JsonArray answers = given.array("answers").orElseThrow();
            return whole.put("type", "Synchronous/Messages")
                    .put("request", part(object(given, "asked"), "contents"))
                    .put(
                            "response",
                            JsonArray.of(answers.stream()
                                    .map(each -> part(each.asObject().orElseThrow(), "contents"))
                                    .toList()))
                    .build();
        }
        JsonObject request =
                JsonObject.builder().put("method", "GET").put("path", "/").build();
        JsonObject response = JsonObject.builder().put("status", 200).build();
        return whole.put("type", "Synchronous/HTTP")
                .put(
                        "request",
                        request.toBuilder()
                                .putAll(part(object(given, "request"), "body"))
                                .build())
                .put(
                        "response",
                        response.toBuilder()
                                .putAll(part(object(given, "response"), "body"))
                                .build())
                .build();
    }

    private static JsonObject object(JsonObject given, String name) {
        return given.object(name).orElse(JsonObject.EMPTY);
    }

    private static JsonObject part(JsonObject given, String body) {
        JsonObject.Builder part = JsonObject.builder();
        given.forEach((name, value) -> {
            switch (name) {
                case "json" -> part.put(body, content(value, "application/json"));
                case "xml" -> part.put(body, content(value, "application/xml"));
                case "text" -> part.put(body, content(value, "text/plain"));
                case "rules" -> part.put("matchingRules", rules((JsonObject) value));
                default -> part.put(name, value);
            }
        });
        return part.build();
    }

    private static JsonObject content(JsonValue content, String type) {
        return JsonObject.builder()
                .put("content", content)
                .put("contentType", type)
                .put("encoded", false)
                .build();
    }

    private static JsonObject rules(JsonObject given) {
        JsonObject rules = JsonObject.EMPTY;
        for (String place : given.names()) {
            JsonObject group = group(given.get(place).orElseThrow());
            String[] words = place.startsWith("$") ? new String[] {"body", place} : place.split(" ", 2);
            JsonObject known = rules.object(words[0]).orElse(JsonObject.EMPTY);
            rules = rules.with(words[0], words.length == 1 ? group : known.with(words[1], group));
        }
        return rules;
    }

    private static JsonObject group(JsonValue given) {
        if (given instanceof JsonObject whole) {
            return whole;
        }
        List<JsonValue> matchers = given.asArray().orElseThrow().stream()
                .<JsonValue>map(each -> each instanceof JsonString name
                        ? JsonObject.builder().put("match", name.text()).build()
                        : each)
                .toList();
        return JsonObject.builder()
                .put("combine", "AND")
                .put("matchers", JsonArray.of(matchers))
                .build();
    }
}
