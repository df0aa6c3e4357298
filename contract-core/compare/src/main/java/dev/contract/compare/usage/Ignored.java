package dev.contract.compare.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A parameter, header or field of requests that some consumers send, and of which a provider will know nothing any more.
 *
 * <p>Immutable.
 *
 * @param consumers sorted
 */
public record Ignored(Offered what, List<String> consumers) {
    public Ignored {
        consumers = List.copyOf(consumers);
    }

    /** What is sent, and known before and not after; of operations that are there all the same, and of fields in each other the outermost. */
    public static List<Ignored> between(Usage usage, Offer before, Offer after) {
        List<Ignored> all = new ArrayList<>();
        for (OperationUsage used : usage.operations()) {
            Offer was = before.of(used.operation());
            Offer is = after.of(used.operation());
            List<PlaceUsage> gone = used.places().stream()
                    .filter(each -> !each.place().part().isAnswer())
                    .filter(each -> !is.operations().isEmpty() && was.isRead(each.place()) && !is.isRead(each.place()))
                    .toList();
            Offered.outermost(
                            used.operation(),
                            gone.stream().map(PlaceUsage::place).toList())
                    .forEach(what -> all.add(new Ignored(what, senders(what, gone))));
        }
        return all;
    }

    private static List<String> senders(Offered what, Collection<PlaceUsage> used) {
        return used.stream()
                .filter(each -> what.place().filter(each.place()::equals).isPresent())
                .flatMap(each -> each.by().stream())
                .flatMap(each -> each.consumers().stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** {@code POST /users request $.nick: sent by web}. */
    @Override
    public String toString() {
        return what + ": sent by " + String.join(", ", consumers);
    }
}
