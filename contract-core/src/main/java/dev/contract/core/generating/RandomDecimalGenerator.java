package dev.contract.core.generating;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;
import java.util.random.RandomGenerator;

/** {@code RandomDecimal}: a number of that many digits in all, always with a point, and so of two digits at least. */
record RandomDecimalGenerator(int digits) implements ValueGenerator {
    private static final int MOST = 1_000;

    static RandomDecimalGenerator of(Parameters parameters) throws CannotGenerate {
        return new RandomDecimalGenerator((int) parameters.whole("digits", 10, 1, MOST));
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) {
        RandomGenerator random = context.random();
        int all = Math.max(digits, 2);
        int whole = random.nextInt(1, all);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all; i++) {
            text.append(i == whole ? "." : "");
            boolean leading = i == 0 && whole > 1;
            text.append(random.nextInt(leading ? 1 : 0, 10));
        }
        return JsonNumber.parse(text.toString());
    }
}
