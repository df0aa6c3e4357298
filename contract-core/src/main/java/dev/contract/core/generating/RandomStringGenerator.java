package dev.contract.core.generating;

import dev.contract.core.json.JsonValue;

/** {@code RandomString}: a text of that many letters and digits. */
record RandomStringGenerator(int size) implements ValueGenerator {
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    static RandomStringGenerator of(Parameters parameters) throws CannotGenerate {
        return new RandomStringGenerator((int) parameters.whole("size", 20, 0, RandomText.LONGEST));
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) {
        return RandomText.of(CHARACTERS, size, context.random());
    }
}
