package dev.contract.core.generating;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;

/** {@code RandomInt}: a whole number from {@code min} to {@code max}, both included. */
record RandomIntGenerator(long min, long max) implements ValueGenerator {
    static RandomIntGenerator of(Parameters parameters) throws CannotGenerate {
        long min = parameters.whole("min", 0, Long.MIN_VALUE, Long.MAX_VALUE - 1);
        long max = parameters.whole("max", Math.max(min, Integer.MAX_VALUE), min, Long.MAX_VALUE - 1);
        return new RandomIntGenerator(min, max);
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) {
        return JsonNumber.of(context.random().nextLong(min, max + 1));
    }
}
