package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code boolean}: a JSON boolean, or the text of one. */
final class BooleanRule implements Rule {

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        boolean accept = actual instanceof JsonBoolean
                || (actual instanceof JsonString string
                        && (string.text().equals("true") || string.text().equals("false")));
        return accept ? null : "Expected " + Shown.typed(actual) + " to match a boolean";
    }
}
