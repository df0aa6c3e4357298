package dev.contract.broker.domain.retention;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reason to keep a version: one that meets all that is said here stays.
 *
 * @param pacticipant whose versions are meant; null for everybody's
 * @param tag with which tag; one without a name for any, null where tags do not matter
 * @param branch on which branch, likewise
 * @param mainBranch whether it has to be on the main branch
 * @param latest whether only the newest counts: of the tag, of the branch, or of all
 * @param environment where it has to be; null for anywhere
 * @param deployed whether it has to be deployed
 * @param released whether it has to be released and supported
 * @param maxAge how old it may be; null for any age
 */
public record KeepSelector(
        @Nullable PacticipantName pacticipant,
        @Nullable Wanted<TagName> tag,
        @Nullable Wanted<BranchName> branch,
        boolean mainBranch,
        boolean latest,
        @Nullable EnvironmentName environment,
        boolean deployed,
        boolean released,
        @Nullable Duration maxAge) {

    /** What is live is never removed, whatever selectors say. */
    private static final List<KeepSelector> ALWAYS = List.of(
            new KeepSelector(null, null, null, false, false, null, true, false, null),
            new KeepSelector(null, null, null, false, false, null, false, true, null));

    /** The newest of everything, what is live, and what is younger than 90 days. */
    public static final List<KeepSelector> DEFAULT = withAlways(List.of(
            new KeepSelector(null, new Wanted<>(null), null, false, true, null, false, false, null),
            new KeepSelector(null, null, new Wanted<>(null), false, true, null, false, false, null),
            new KeepSelector(null, null, null, false, true, null, false, false, null),
            new KeepSelector(null, null, null, false, false, null, false, false, Duration.ofDays(90))));

    /** A name, or any. */
    public record Wanted<T>(@Nullable T name) {
        boolean matches(T other) {
            return name == null || name.equals(other);
        }
    }

    /**
     * Checks that something is asked for.
     *
     * @throws IllegalArgumentException if nothing is, so that everything would be kept by mistake
     */
    public KeepSelector {
        if (tag == null
                && branch == null
                && !mainBranch
                && !latest
                && environment == null
                && !deployed
                && !released
                && maxAge == null
                && pacticipant == null) {
            throw new IllegalArgumentException("a selector that says nothing would keep everything");
        }
    }

    /** These and those for what is live. */
    public static List<KeepSelector> withAlways(List<KeepSelector> selectors) {
        return Stream.concat(selectors.stream(), ALWAYS.stream()).distinct().toList();
    }

    boolean keeps(VersionFacts facts, Instant now) {
        return isOfTheOwner(facts)
                && (maxAge == null || facts.version().createdAt().isAfter(now.minus(maxAge)))
                && isLive(facts)
                && (tag == null || hasTag(facts))
                && (branch == null || hasBranch(facts))
                && (!mainBranch || isOnMainBranch(facts))
                && (!latest || tag != null || branch != null || mainBranch || facts.latest());
    }

    private boolean isOfTheOwner(VersionFacts facts) {
        return pacticipant == null || pacticipant.equals(facts.owner().name());
    }

    private boolean isLive(VersionFacts facts) {
        List<EnvironmentName> where = new ArrayList<>();
        if (deployed || !released) {
            where.addAll(facts.deployedIn());
        }
        if (released || !deployed) {
            where.addAll(facts.releasedIn());
        }
        boolean matters = deployed || released || environment != null;
        return !matters || where.stream().anyMatch(each -> environment == null || environment.equals(each));
    }

    private boolean hasTag(VersionFacts facts) {
        Wanted<TagName> wanted = tag;
        return wanted != null
                && facts.tags().stream().anyMatch(each -> wanted.matches(each.name()) && (!latest || each.latest()));
    }

    private boolean hasBranch(VersionFacts facts) {
        Wanted<BranchName> wanted = branch;
        return wanted != null
                && facts.branches().stream()
                        .anyMatch(each -> wanted.matches(each.branch().name()) && (!latest || each.head()));
    }

    private boolean isOnMainBranch(VersionFacts facts) {
        Optional<BranchName> main = facts.owner().mainBranch();
        return facts.branches().stream()
                .anyMatch(each -> main.equals(Optional.of(each.branch().name())) && (!latest || each.head()));
    }
}
