package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ProviderContract;
import dev.contract.broker.domain.ProviderContracts.Pair;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a pact at a provider version: its newest result, and what the version says of itself. Whoever decides whether two versions
 * work together asks here. One thread at a time.
 */
public final class Evidence {
    private final Transaction kept;
    private final boolean comparing;
    private final Map<Long, Optional<ProviderContract>> contracts = new HashMap<>();
    private final Map<Long, Set<Long>> contentsInUse = new HashMap<>();

    /** @param comparing whether it counts what provider versions say of themselves */
    public Evidence(Transaction kept, boolean comparing) {
        this.kept = kept;
        this.comparing = comparing && kept.providerContracts().any();
    }

    /** The row of a pact and a version, whether anything is known or not. */
    public MatrixRow row(Pact pact, Version provider) {
        return kept.verifications()
                .newest(pact.contentId(), provider)
                .map(result -> verified(pact, result))
                .orElseGet(() -> unverified(pact, provider));
    }

    MatrixRow verified(Pact pact, Verification result) {
        return MatrixRow.verified(pact, result).described(described(pact, result.provider()));
    }

    MatrixRow unverified(Pact pact, Version provider) {
        return MatrixRow.unverified(pact, provider).described(described(pact, provider));
    }

    private @Nullable DescribedResult described(Pact pact, Version provider) {
        return contract(provider).map(contract -> described(pact, contract)).orElse(null);
    }

    private DescribedResult described(Pact pact, ProviderContract contract) {
        Pair pair = new Pair(pact.contentId(), contract.documentId());
        return new DescribedResult(
                contract, kept.providerContracts().comparison(pair).orElse(null));
    }

    private Optional<ProviderContract> contract(Version provider) {
        return comparing
                ? contracts.computeIfAbsent(
                        provider.id(), any -> kept.providerContracts().find(provider))
                : Optional.empty();
    }

    /** The row of the newest provider version, of those that verified the pact last or say something of themselves, that tells how it went. */
    public Optional<MatrixRow> last(Pact pact) {
        Stream<MatrixRow> described = isInUse(pact)
                ? describersInUse(pact.provider()).stream().map(version -> row(pact, version))
                : Stream.empty();
        Stream<MatrixRow> verified =
                kept.verifications().last(pact.contentId()).stream().map(result -> verified(pact, result));
        return Stream.concat(verified, described)
                .filter(MatrixRow::isDecided)
                .max(Comparator.comparing(row -> row.decidedVersion().order()));
    }

    /** The branch heads and live versions of a provider that say something of themselves, newest first. */
    List<Version> describersInUse(Party provider) {
        return comparing
                ? kept.providerContracts().inUse(provider).stream()
                        .map(ProviderContract::provider)
                        .toList()
                : List.of();
    }

    /** Whether a branch head or live version of a consumer relies on it. */
    boolean isInUse(Pact pact) {
        return comparing && contentsInUse(pact.provider()).contains(pact.contentId());
    }

    /** What branch heads and live versions of consumers rely on, where the version says something of itself. */
    Set<Long> contentsInUse(Version provider) {
        return contract(provider).isPresent() ? contentsInUse(provider.owner()) : Set.of();
    }

    private Set<Long> contentsInUse(Party provider) {
        return contentsInUse.computeIfAbsent(
                provider.id(), any -> new HashSet<>(kept.providerContracts().contentsInUse(provider)));
    }
}
