package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import dev.contract.core.schema.JsonSchema;
import dev.contract.core.schema.JsonSchema.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code type} with a JSON Schema: like the example, as every tool understands it, and what the schema accepts besides. */
record SchemaRule(TypeRule type, JsonSchema schema) implements Rule {
    /** The library tells all there is; the first of it is enough for one sentence. */
    private static final int MOST = 3;

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        String refusal = type.refusal(expected, actual);
        return refusal == null ? judged(actual) : refusal;
    }

    @Override
    public @Nullable String refusalOfContainer(JsonValue expected, JsonValue actual) {
        String refusal = type.refusalOfContainer(expected, actual);
        return refusal == null ? judged(actual) : refusal;
    }

    private @Nullable String judged(JsonValue actual) {
        List<Violation> violations = schema.check(actual);
        if (violations.isEmpty()) {
            return null;
        }
        String told = violations.stream().limit(MOST).map(Violation::toString).collect(Collectors.joining("; "));
        int untold = violations.size() - MOST;
        return "Expected " + Shown.value(actual) + " to obey its schema: " + told
                + (untold > 0 ? "; and " + untold + " more" : "");
    }

    @Override
    public Rule below() {
        return TypeRule.ANY_SIZE;
    }
}
