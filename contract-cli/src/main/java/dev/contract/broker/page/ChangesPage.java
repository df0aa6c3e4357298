package dev.contract.broker.page;

import java.util.List;

/**
 * What changed between two versions of a contract, from the older to the newer.
 *
 * @param verdict what that means for the provider
 * @param plain the same as text, where one of the two cannot be read as a contract; empty otherwise
 */
public record ChangesPage(
        Frame frame,
        Ref consumer,
        Ref provider,
        At from,
        Ref fromContract,
        At to,
        Ref toContract,
        Mark verdict,
        String sentence,
        List<Change> changes,
        int left,
        String plain,
        List<Ref> links)
        implements Page {
    public ChangesPage {
        changes = List.copyOf(changes);
        links = List.copyOf(links);
    }

    /** An interaction that is no longer what it was. */
    public record Change(Mark kind, Mark duty, String description, List<Difference> differences) {
        public Change {
            differences = List.copyOf(differences);
        }
    }

    /** One respect in which it is not. */
    public record Difference(String where, String kind, String before, String after, Mark duty, String reason) {}
}
