package dev.contract.consumer.variation;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The least that has to differ from the examples for the consumer to break. Immutable.
 *
 * @param numbers of the changes, by which they can be tried once more
 * @param others changes of the same place that break it too, as people read them
 */
public record Breakage(
        List<Change> changes,
        List<Integer> numbers,
        @Nullable Throwable thrown,
        List<String> others) {
    public Breakage {
        changes = List.copyOf(changes);
        numbers = List.copyOf(numbers);
        others = List.copyOf(others);
    }

    /** The numbers as settings take them: {@code 3,17}. */
    public String replay() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
