package dev.contract.core.generating;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.random.RandomGenerator;

/** Texts of characters drawn from a set. */
final class RandomText {
    /** Characters, enough for any test; a file must not make us fill the memory. */
    static final int LONGEST = 1_000_000;

    private RandomText() {}

    static JsonValue of(String characters, int length, RandomGenerator random) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return JsonString.of(text.toString());
    }
}
