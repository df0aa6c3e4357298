package dev.contract.consumer.stub;

import dev.contract.consumer.journal.Exchange;
import dev.contract.core.problem.Facts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Requests that belonged to no scope and were expected by nobody. Immutable.
 *
 * @param exchanges in the order they came
 */
public record Strays(List<Exchange> exchanges) {
    private static final int SHOWN = 5;

    public static final Strays NONE = new Strays(List.of());

    public Strays {
        exchanges = List.copyOf(exchanges);
    }

    public boolean isEmpty() {
        return exchanges.isEmpty();
    }

    /** The first of them, for whoever misses a request of his own; no fact where there are none. */
    public Facts addTo(Facts facts) {
        if (isEmpty()) {
            return facts;
        }
        String lines = exchanges.stream().limit(SHOWN).map(Exchange::toString).collect(Collectors.joining("\n"));
        return facts.add("strays", lines).add("", "belonged to no scope: does the client send what tells them apart?");
    }
}
