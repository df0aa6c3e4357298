package dev.contract.core.generating;

import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The number that all random values of a run follow from: the same seed makes the same values, whatever the order of interactions and
 * threads.
 *
 * <p>Immutable.
 */
public record Seed(long number) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * The random numbers for one exchange.
     *
     * @param turn how many exchanges of this interaction there were before: each gets values of its own
     */
    public Draws draws(Interaction interaction, long turn) {
        return new Draws(hash(interaction) + number * FNV_PRIME + turn);
    }

    /** Of what names an interaction within its contract; where it stands in the file does not count. */
    private static long hash(Interaction interaction) {
        long hash = hash(FNV_OFFSET, interaction.description());
        for (ProviderState state : interaction.states()) {
            hash = hash(hash, state.name() + state.parameters().toJson());
        }
        return hash;
    }

    private static long hash(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return (hash ^ 0xffff) * FNV_PRIME;
    }

    /** The number, as settings and options take it. */
    @Override
    public String toString() {
        return Long.toString(number);
    }

    /** Random numbers that know whether anybody asked for them. One thread at a time. */
    public static final class Draws implements RandomGenerator {
        private final SplittableRandom numbers;
        private boolean used;

        private Draws(long seed) {
            this.numbers = new SplittableRandom(seed);
        }

        @Override
        public long nextLong() {
            used = true;
            return numbers.nextLong();
        }

        /** Whether a value was made of these: only then another seed would have changed anything. */
        public boolean wereUsed() {
            return used;
        }
    }
}
