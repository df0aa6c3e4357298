package dev.contract.compare.usage;

import dev.contract.core.model.Contract;
import java.util.Collection;
import java.util.List;

/** The interactions of a contract that are of no kind that is known here, so that nobody can say what they rely on. At least one. */
public record Unread(String consumer, int interactions) {
    /** One for each contract that has any, in their order. */
    public static List<Unread> in(Collection<Contract> contracts) {
        return contracts.stream()
                .map(contract -> new Unread(contract.consumer(), contract.unreadInteractions()))
                .filter(each -> each.interactions() > 0)
                .toList();
    }

    /** {@code 2 interactions of web are of no kind that is known here}. */
    @Override
    public String toString() {
        return interactions
                + (interactions == 1 ? " interaction of " + consumer + " is" : " interactions of " + consumer + " are")
                + " of no kind that is known here";
    }
}
