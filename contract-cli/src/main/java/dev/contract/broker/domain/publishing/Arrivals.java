package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records versions, branches, tags and deployments, and what follows from them. Whatever is missing on the way is created. */
public final class Arrivals {
    /** A version as it is kept now. */
    public record Arrived(Created<Version> version, Optional<BranchMember> branch, List<Tag> tags) {
        public Arrived {
            tags = List.copyOf(tags);
        }
    }

    private static final Duration NEW = Duration.ofSeconds(10);

    private final Transaction kept;
    private final Policies policies;
    private final Instant now;

    public Arrivals(Transaction kept, Policies policies, Instant now) {
        this.kept = kept;
        this.policies = policies;
        this.now = now;
    }

    public Pacticipant application(PacticipantName name) {
        return kept.pacticipants().ensure(name, now).value();
    }

    public Created<Version> version(PacticipantName name, VersionNumber number) {
        return kept.versions().ensure(application(name).party(), number, now);
    }

    /** A version with all that its build says of it. */
    public Arrived build(Build build) {
        Created<Version> created = version(build.application(), build.version());
        Version version =
                build.url() == null ? created.value() : kept.versions().withBuildUrl(created.value(), build.url());
        Optional<BranchMember> branch = Optional.ofNullable(build.branch())
                .map(name -> branch(version, name).value());
        List<Tag> tags =
                build.tags().stream().map(name -> tag(version, name).value()).toList();
        return new Arrived(new Created<>(version, created.fresh()), branch, tags);
    }

    public Created<BranchMember> branch(Version version, BranchName branch) {
        Created<BranchMember> member = kept.branches().add(version, branch, now);
        setMainBranch(version, branch);
        return member;
    }

    /** The first branch with a name that main branches usually have becomes the main branch. */
    private void setMainBranch(Version version, BranchName branch) {
        if (!policies.mainBranchCandidates().contains(branch)) {
            return;
        }
        Pacticipant application = application(version.owner().name());
        if (application.mainBranch().isEmpty()) {
            kept.pacticipants()
                    .update(application.party(), application.details().withMainBranch(branch), now);
        }
    }

    public Created<Tag> tag(Version version, TagName name) {
        if (policies.firstTagIsBranch() && isNew(version)) {
            branch(version, new BranchName(name.value()));
        }
        Created<Tag> tag = kept.tags().add(version, name, now);
        setMainBranch(version, new BranchName(name.value()));
        if (policies.tagsAreDeployments()) {
            environmentNamed(name).ifPresent(environment -> deploy(version, environment, null));
        }
        return tag;
    }

    private boolean isNew(Version version) {
        return version.createdAt().isAfter(now.minus(NEW))
                && kept.tags().of(version).isEmpty()
                && kept.branches().of(version).isEmpty();
    }

    private Optional<Environment> environmentNamed(TagName name) {
        return name.value().chars().anyMatch(Character::isWhitespace)
                ? Optional.empty()
                : kept.environments().find(new EnvironmentName(name.value()));
    }

    /** Records a deployment: the version that was on this instance before is not deployed any longer. */
    public DeployedVersion deploy(Version version, Environment environment, @Nullable String instance) {
        Optional<DeployedVersion> before = kept.deployments().current(environment, version.owner(), instance);
        if (before.isPresent() && before.get().version().id() == version.id()) {
            return before.get();
        }
        before.ifPresent(old -> kept.deployments().undeploy(old, now));
        return kept.deployments().deploy(UUID.randomUUID().toString(), version, environment, instance, now);
    }
}
