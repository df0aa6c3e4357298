package dev.contract.broker.page;

import java.util.List;

/**
 * Some of the versions of an application: those on a branch, with a tag or in an environment.
 *
 * @param links to what else there is of these
 */
public record VersionsPage(Frame frame, Ref application, List<ApplicationPage.Row> rows, Pager pager, List<Ref> links)
        implements Page {
    public VersionsPage {
        rows = List.copyOf(rows);
        links = List.copyOf(links);
    }
}
