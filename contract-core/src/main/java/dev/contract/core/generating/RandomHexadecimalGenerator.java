package dev.contract.core.generating;

import dev.contract.core.json.JsonValue;

/** {@code RandomHexadecimal}: a text of that many hexadecimal digits. */
record RandomHexadecimalGenerator(int digits) implements ValueGenerator {
    static RandomHexadecimalGenerator of(Parameters parameters) throws CannotGenerate {
        return new RandomHexadecimalGenerator((int) parameters.whole("digits", 10, 0, RandomText.LONGEST));
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) {
        return RandomText.of("0123456789abcdef", digits, context.random());
    }
}
