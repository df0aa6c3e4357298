package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code notEmpty}: of the example's type, and neither null nor empty. */
final class NotEmptyRule implements Rule {

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        if (isEmpty(actual)) {
            return empty(Shown.typed(actual));
        }
        return TypeRule.ANY_SIZE.refusal(expected, actual);
    }

    @Override
    public @Nullable String refusalOfContainer(JsonValue expected, JsonValue actual) {
        return isEmpty(actual) ? empty(Shown.typed(actual)) : null;
    }

    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        return actual.isEmpty() ? empty("'' (String)") : null;
    }

    @Override
    public @Nullable String refusalOfBytes(byte[] expected, byte[] actual) {
        return actual.length == 0 ? empty("[] (0 bytes)") : null;
    }

    private static boolean isEmpty(JsonValue value) {
        return switch (value.kind()) {
            case NULL -> true;
            case STRING -> ((JsonString) value).text().isEmpty();
            case ARRAY -> ((JsonArray) value).isEmpty();
            case OBJECT -> ((JsonObject) value).isEmpty();
            case NUMBER, BOOLEAN -> false;
        };
    }

    private static String empty(String shown) {
        return "Expected " + shown + " to not be empty";
    }
}
