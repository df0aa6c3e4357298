package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code values}: an object is compared by its values only, whatever their keys; anything else by type. */
public record ValuesRule() implements Rule {

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return TypeRule.ANY_SIZE.refusal(expected, actual);
    }

    @Override
    public @Nullable Rule below() {
        return null;
    }
}
