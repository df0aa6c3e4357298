package dev.contract.consumer;

import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes form fields. */
final class Forms {
    private Forms() {}

    /** The fields of an object, percent-encoded; those of a list stand several times. */
    static String encoded(JsonValue fields) {
        Map<String, List<@Nullable String>> values = new LinkedHashMap<>();
        fields.asObject().orElse(JsonObject.EMPTY).forEach((name, value) -> values.put(name, texts(name, value)));
        return Query.of(values).encoded();
    }

    private static List<@Nullable String> texts(String name, JsonValue value) {
        if (value instanceof JsonArray list) {
            return list.stream().map(each -> text(name, each)).toList();
        }
        return List.of(text(name, value));
    }

    private static String text(String name, JsonValue value) {
        return switch (value.kind()) {
            case STRING, NUMBER, BOOLEAN -> value.text();
            case NULL, OBJECT, ARRAY ->
                throw Mistake.of(Problem.error(
                                "CONTRACT-EXAMPLE",
                                "the form field " + Quoted.text(name)
                                        + " needs a text, a number or a boolean, or a list of them")
                        .found(value.toJson())
                        .mend("give plain values, or matchers of them such as regex(…) or integer(…)"));
        };
    }
}
