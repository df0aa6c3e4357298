package dev.contract.broker.api;

import static java.util.stream.Collectors.groupingBy;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The branches, tags and environments of many versions, asked for many at a time: a question to the store costs more than an answer. */
final class VersionPlaces {
    private static final int AT_A_TIME = 500;

    private final Map<Version, List<BranchMember>> branches = new HashMap<>();
    private final Map<Version, List<Tag>> tags = new HashMap<>();
    private final Map<Version, List<Environment>> environments = new HashMap<>();

    private VersionPlaces() {}

    static VersionPlaces of(Collection<Version> versions, Transaction kept) {
        VersionPlaces places = new VersionPlaces();
        List<Version> all = versions.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            places.ask(all.subList(from, Math.min(from + AT_A_TIME, all.size())), kept);
        }
        return places;
    }

    private void ask(List<Version> some, Transaction kept) {
        branches.putAll(kept.branches().of(some).stream().collect(groupingBy(BranchMember::version)));
        tags.putAll(kept.tags().of(some).stream().collect(groupingBy(Tag::version)));
        environments.putAll(kept.deployments().environmentsOf(some));
    }

    /** By name. */
    List<BranchMember> branches(Version version) {
        return branches.getOrDefault(version, List.of());
    }

    /** By name. */
    List<Tag> tags(Version version) {
        return tags.getOrDefault(version, List.of());
    }

    /** Where it is now, by name. */
    List<Environment> environments(Version version) {
        return environments.getOrDefault(version, List.of());
    }
}
