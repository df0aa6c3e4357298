package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the expression of a {@code regex} was made of, in attributes of ours: {@code atLeast} or {@code atMost}, a number or an ISO date,
 * or {@code length} with {@code min} and {@code max}. Refusals then say that, and not the expression.
 */
final class Bounds {
    private static final int LONGEST = 100;

    private Bounds() {}

    /** The rule of these attributes; empty when they are no more than the expression, or cannot be read: that says it in any case. */
    static Optional<Rule> of(JsonObject attributes, String regex) {
        if (attributes.size() == 1 && attributes.has("regex")) {
            return Optional.empty();
        }
        return bound(attributes.find("atLeast"), true, regex)
                .or(() -> bound(attributes.find("atMost"), false, regex))
                .or(() ->
                        attributes.object("length").map(length -> new RegexRule(regex, "have " + characters(length))));
    }

    private static Optional<Rule> bound(@Nullable JsonValue bound, boolean lower, String regex) {
        if (bound instanceof JsonNumber number && number.text().length() < LONGEST) {
            return Optional.of(new BoundRule(number.decimal(), lower));
        }
        return bound instanceof JsonString text
                ? Optional.of(new RegexRule(regex, "be " + (lower ? "at least " : "at most ") + text.text()))
                : Optional.empty();
    }

    private static String characters(JsonObject length) {
        String min = length.get("min").map(JsonValue::text).orElse("0");
        String max = length.get("max").map(JsonValue::text).orElse("");
        if (max.isEmpty()) {
            return "at least " + min + " characters";
        }
        return min.equals("0") ? "at most " + max + " characters" : min + " to " + max + " characters";
    }
}
