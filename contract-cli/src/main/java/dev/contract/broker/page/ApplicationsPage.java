package dev.contract.broker.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The applications that there are.
 *
 * @param label that of those shown; empty for all
 */
public record ApplicationsPage(Frame frame, String label, String searched, List<Row> rows, Pager pager)
        implements Page {
    public ApplicationsPage {
        rows = List.copyOf(rows);
    }

    /**
     * One of them.
     *
     * @param newest its newest version; null when it has none
     */
    public record Row(
            Ref name,
            String displayName,
            String mainBranch,
            @Nullable At newest) {}
}
