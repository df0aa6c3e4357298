package dev.contract.broker.domain.retention;

import static java.util.stream.Collectors.groupingBy;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import java.util.List;
import java.util.Map;

/** All about a version that may speak for keeping it. */
record VersionFacts(
        Version version,
        Pacticipant owner,
        boolean latest,
        List<BranchMember> branches,
        List<Tag> tags,
        List<EnvironmentName> deployedIn,
        List<EnvironmentName> releasedIn) {

    boolean isLive() {
        return !deployedIn.isEmpty() || !releasedIn.isEmpty();
    }

    /** Those of versions of one application, at least one and at most a thousand, in the order given. */
    static List<VersionFacts> of(Pacticipant owner, List<Version> versions, Transaction kept) {
        Map<Version, List<BranchMember>> branches =
                kept.branches().of(versions).stream().collect(groupingBy(BranchMember::version));
        Map<Version, List<Tag>> tags = kept.tags().of(versions).stream().collect(groupingBy(Tag::version));
        List<DeployedVersion> deployed = kept.deployments().deployed(owner.party());
        List<ReleasedVersion> released = kept.deployments().released(owner.party());
        long newest = kept.versions().latest(owner.party()).map(Version::id).orElse(-1L);
        return versions.stream()
                .map(version -> new VersionFacts(
                        version,
                        owner,
                        version.id() == newest,
                        branches.getOrDefault(version, List.of()),
                        tags.getOrDefault(version, List.of()),
                        deployed.stream()
                                .filter(each -> each.version().equals(version))
                                .map(DeployedVersion::environment)
                                .map(Environment::name)
                                .toList(),
                        released.stream()
                                .filter(each -> each.version().equals(version))
                                .map(ReleasedVersion::environment)
                                .map(Environment::name)
                                .toList()))
                .toList();
    }
}
