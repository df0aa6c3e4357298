package dev.contract.compare;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Work on many interactions, side by side: each alone tells nothing of another. It is always split in the same way, wherever it runs, so that
 * what each lane has to spend, and with it the result, is everywhere the same.
 */
final class Lanes {
    /** With fewer of them there is nothing to be won. */
    private static final int FEWEST = 64;

    private Lanes() {}

    /**
     * What the work makes of each of them, in their order.
     *
     * @param work for some of them in a row
     */
    static <T, R> List<R> mapped(List<T> all, Function<List<T>, List<R>> work) {
        if (all.size() < FEWEST) {
            return work.apply(all);
        }
        int half = all.size() / 2;
        List<List<R>> lanes = Stream.of(all.subList(0, half), all.subList(half, all.size()))
                .parallel()
                .map(work)
                .toList();
        return lanes.stream().flatMap(List::stream).toList();
    }
}
