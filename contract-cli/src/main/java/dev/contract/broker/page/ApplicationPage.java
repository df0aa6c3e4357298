package dev.contract.broker.page;

import java.util.List;

/**
 * An application: with whom it has contracts, where it runs, and its versions.
 *
 * @param repository its address; empty when nobody said
 * @param labels each leads to the applications that have it
 * @param consumers with the newest contract of each, and how it stands
 * @param providers likewise
 * @param links to what else there is of it
 */
public record ApplicationPage(
        Frame frame,
        String displayName,
        String mainBranch,
        String repository,
        List<Ref> labels,
        List<Neighbour> consumers,
        List<Neighbour> providers,
        List<Running> running,
        List<Head> branches,
        List<Row> versions,
        Pager pager,
        List<Ref> links)
        implements Page {
    public ApplicationPage {
        labels = List.copyOf(labels);
        consumers = List.copyOf(consumers);
        providers = List.copyOf(providers);
        running = List.copyOf(running);
        branches = List.copyOf(branches);
        versions = List.copyOf(versions);
        links = List.copyOf(links);
    }

    /** Another application that has a contract with this one. */
    public record Neighbour(Ref name, Ref contract, Mark standing) {}

    /** A branch, which leads to its versions, with the newest of them. */
    public record Head(Ref name, boolean main, Ref version) {}

    /**
     * A version.
     *
     * @param build where it was built; empty when nobody said
     * @param deploy to the question whether it can be deployed
     */
    public record Row(At version, String build, Ref deploy) {}
}
