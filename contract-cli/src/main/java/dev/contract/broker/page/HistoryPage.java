package dev.contract.broker.page;

import java.util.List;

/**
 * The versions of one contract, the newest first, and a way to compare two of them.
 *
 * @param address of this page
 */
public record HistoryPage(Frame frame, Ref consumer, Ref provider, String address, List<Row> rows, Pager pager)
        implements Page {
    public HistoryPage {
        rows = List.copyOf(rows);
    }

    /**
     * A version.
     *
     * @param content the first characters of the content's name: equal where nothing changed
     * @param changed whether the content differs from that of the version before; the link shows how
     */
    public record Row(At consumer, Ref contract, String content, Mark standing, Ref changed) {}
}
