package dev.contract.core.generating;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** {@code Uuid}: a random UUID (version 4) in one of four formats. */
record UuidGenerator(Function<String, String> format) implements ValueGenerator {
    private static final String DEFAULT = "lower-case-hyphenated";
    private static final Map<String, Function<String, String>> FORMATS = Map.of(
            "simple",
            uuid -> uuid.replace("-", ""),
            DEFAULT,
            uuid -> uuid,
            "upper-case-hyphenated",
            uuid -> uuid.toUpperCase(Locale.ROOT),
            "URN",
            uuid -> "urn:uuid:" + uuid);

    static UuidGenerator of(Parameters parameters) throws CannotGenerate {
        String name = parameters.text("format", DEFAULT);
        Function<String, String> format = FORMATS.get(name);
        if (format == null) {
            throw CannotGenerate.because(
                    "the generator Uuid has an unknown format",
                    name,
                    "use simple, lower-case-hyphenated, upper-case-hyphenated or URN");
        }
        return new UuidGenerator(format);
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) {
        return JsonString.of(format.apply(random(context.random()).toString()));
    }

    /** As {@link UUID#randomUUID()} does it, with a source of our own. */
    private static UUID random(RandomGenerator random) {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
