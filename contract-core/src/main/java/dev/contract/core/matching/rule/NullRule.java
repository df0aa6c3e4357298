package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code null}: JSON null. */
final class NullRule implements Rule {

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return actual.kind() == JsonValue.Kind.NULL ? null : "Expected " + Shown.typed(actual) + " to be a null value";
    }
}
