package dev.contract.compare.inclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What may show that a value is accepted here and not there: copies of a sample, in which the value is another one. */
final class Copies {
    /** Of each value in a copy of all of them, in steps. */
    private static final long WORK = 10;

    private Copies() {}

    /**
     * The sample, and as many copies as the budget allows.
     *
     * @param size how many values the sample has
     */
    static <T, V> List<T> of(T sample, int size, List<V> values, Function<V, T> with) {
        List<T> copies = new ArrayList<>(List.of(sample));
        for (V each : values) {
            if (!Budget.isSpent()) {
                Budget.spend(WORK * size);
                copies.add(with.apply(each));
            }
        }
        return copies;
    }
}
