package dev.contract.broker.page;

import java.util.List;

/**
 * The branches of an application, the newest activity first.
 *
 * @param address of this page
 */
public record BranchesPage(Frame frame, Ref application, String address, String searched, List<Row> rows, Pager pager)
        implements Page {
    public BranchesPage {
        rows = List.copyOf(rows);
    }

    /**
     * One of them.
     *
     * @param name leads to its versions
     * @param head its newest version; leads nowhere when that has gone
     */
    public record Row(Ref name, boolean main, Ref head, Moment when) {}
}
