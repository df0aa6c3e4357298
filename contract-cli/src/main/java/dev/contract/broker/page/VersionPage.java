package dev.contract.broker.page;

import java.util.List;

/**
 * A version of an application: its contracts, its results, and where it may go.
 *
 * @param build where it was built; empty when nobody said
 * @param contracts those it published
 * @param results those of the contracts it verified
 * @param deploy to the question whether it can be deployed, for each environment
 * @param stays where it is and was
 */
public record VersionPage(
        Frame frame,
        Ref application,
        At at,
        String build,
        List<Contract> contracts,
        List<Contract> results,
        List<Ref> deploy,
        List<Stay> stays,
        List<Ref> links)
        implements Page {
    public VersionPage {
        contracts = List.copyOf(contracts);
        results = List.copyOf(results);
        deploy = List.copyOf(deploy);
        stays = List.copyOf(stays);
        links = List.copyOf(links);
    }

    /**
     * A contract of this version, or one that it verified.
     *
     * @param other the other application
     */
    public record Contract(Ref other, Ref contract, Mark mark, Moment when) {}

    /**
     * A time in an environment.
     *
     * @param until empty as long as it is there
     */
    public record Stay(Ref environment, String how, String instance, Moment since, List<Moment> until) {
        public Stay {
            until = List.copyOf(until);
        }
    }
}
