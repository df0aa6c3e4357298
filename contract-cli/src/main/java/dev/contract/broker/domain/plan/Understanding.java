package dev.contract.broker.domain.plan;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Evidence;
import dev.contract.broker.domain.matrix.Ignore;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.Strictness;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether versions get along, as can-i-deploy decides it for an environment: each live version of a provider has to have verified a
 * consumer's contract, or any of them.
 */
final class Understanding {
    private final List<Ignore> ignored;
    private final Evidence evidence;
    private final Strictness strictness;
    private final Transaction kept;

    Understanding(List<Ignore> ignored, Evidence evidence, Strictness strictness, Transaction kept) {
        this.ignored = ignored;
        this.evidence = evidence;
        this.strictness = strictness;
        this.kept = kept;
    }

    /** What keeps a version from being deployed beside these versions of another application; empty when nothing does. */
    Optional<String> between(Version version, Party other, List<Version> live) {
        return asConsumer(version, other, live).or(() -> asProvider(version, live));
    }

    private Optional<String> asConsumer(Version consumer, Party provider, List<Version> live) {
        Optional<Pact> pact = kept.pacts().find(consumer, provider);
        if (pact.isPresent() && live.isEmpty() && !isIgnored(pact.get(), null)) {
            return Optional.of(consumer + " needs " + provider + ", which is not there");
        }
        return pact.flatMap(found -> first(counting(found, live).stream().map(version -> verified(found, version))));
    }

    /** Where any will do, those of which nobody knows how it went are of no matter beside the others. */
    private List<Version> counting(Pact pact, List<Version> live) {
        List<Version> known = strictness == Strictness.STRICT
                ? List.of()
                : live.stream()
                        .filter(version -> evidence.row(pact, version).state() != MatrixRow.State.UNKNOWN)
                        .toList();
        return known.isEmpty() ? live : known;
    }

    private Optional<String> asProvider(Version provider, List<Version> live) {
        return first(live.stream()
                .flatMap(consumer -> kept.pacts().find(consumer, provider.owner()).stream())
                .map(pact -> verified(pact, provider)));
    }

    /** A contract of an application with itself goes where the version goes. */
    Optional<String> withItself(Version version) {
        return kept.pacts().find(version, version.owner()).flatMap(pact -> verified(pact, version));
    }

    private static Optional<String> first(Stream<Optional<String>> obstacles) {
        return obstacles.flatMap(Optional::stream).findFirst();
    }

    private boolean isIgnored(Pact pact, @Nullable Version provider) {
        return ignored.stream()
                .anyMatch(each -> each.covers(pact.consumer().owner(), pact.consumer())
                        || each.covers(pact.provider(), provider));
    }

    private Optional<String> verified(Pact pact, Version provider) {
        return isIgnored(pact, provider) ? Optional.empty() : obstacle(evidence.row(pact, provider), provider);
    }

    private static Optional<String> obstacle(MatrixRow row, Version provider) {
        Version consumer = row.pact().consumer();
        return switch (row.state()) {
            case PASSED -> Optional.empty();
            case UNKNOWN -> Optional.of(provider + " has not verified the contract of " + consumer);
            case FAILED ->
                Optional.of(
                        row.decidingDescription().isEmpty()
                                ? "the contract of " + consumer + " failed at " + provider
                                : "by its document and its own tests, " + provider + " does not honour the contract of "
                                        + consumer);
        };
    }
}
