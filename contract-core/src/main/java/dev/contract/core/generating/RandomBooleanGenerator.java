package dev.contract.core.generating;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonValue;

/** {@code RandomBoolean}: true or false. */
record RandomBooleanGenerator() implements ValueGenerator {
    static RandomBooleanGenerator of(Parameters parameters) {
        return new RandomBooleanGenerator();
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) {
        return JsonBoolean.of(context.random().nextBoolean());
    }
}
