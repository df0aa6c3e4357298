package dev.contract.core.law;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Tries a law on values made at random. The same seeds are tried every time, and a failure names seed and value; {@code -Dlaw.cases}
 * tries more of them.
 */
public final class Law {
    private static final int CASES = Integer.getInteger("law.cases", 300);

    private Law() {}

    public static <T> void holdsFor(Function<RandomGenerator, T> maker, Consumer<T> law) {
        for (int seed = 0; seed < CASES; seed++) {
            T value = maker.apply(new SplittableRandom(seed));
            try {
                law.accept(value);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "the law is broken at seed " + seed + " by " + value + "\n" + e.getMessage(), e);
            }
        }
    }
}
