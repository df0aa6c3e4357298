package dev.contract.broker.page;

import dev.contract.broker.page.network.Drawing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has contracts with whom.
 *
 * @param focus the application in the middle; empty for all
 * @param depth how many steps from there
 * @param drawing null when there is too much of it
 * @param note what is left out; empty when nothing is
 */
public record NetworkPage(
        Frame frame,
        String focus,
        int depth,
        List<Ref> views,
        @Nullable Drawing drawing,
        String note,
        List<Row> rows,
        List<String> applications)
        implements Page {
    public NetworkPage {
        views = List.copyOf(views);
        rows = List.copyOf(rows);
        applications = List.copyOf(applications);
    }

    /** An application with its neighbours. */
    public record Row(
            Ref name, Ref focus, List<Ref> consumers, List<Ref> providers, int moreConsumers, int moreProviders) {
        public Row {
            consumers = List.copyOf(consumers);
            providers = List.copyOf(providers);
        }
    }
}
