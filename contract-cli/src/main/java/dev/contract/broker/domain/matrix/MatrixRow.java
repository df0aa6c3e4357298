package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the matrix: a pact, and what became of it at one provider version.
 *
 * @param provider the provider version; null when no particular one is known
 * @param result null when there is none
 * @param inference why the pact holds at the version although there is no result of it; null unless it was inferred
 * @param unproven why nothing was inferred, in sentences without a full stop; empty where it was, or was not asked for
 * @param described what follows from what the version says of itself; null when it says nothing
 * @param ignored whether the verdict leaves the row out
 */
public record MatrixRow(
        Pact pact,
        @Nullable Version provider,
        @Nullable Verification result,
        @Nullable InferredResult inference,
        List<String> unproven,
        @Nullable DescribedResult described,
        boolean ignored) {

    public MatrixRow {
        unproven = List.copyOf(unproven);
    }

    /** How rows are shown: by consumer and provider, newest versions first, ignored ones at the end. */
    static final Comparator<MatrixRow> SHOWN = Comparator.comparing(MatrixRow::ignored)
            .thenComparing(row -> row.pact().consumer().owner().name().value())
            .thenComparing(row -> row.pact().consumer().order(), Comparator.reverseOrder())
            .thenComparing(row -> row.pact().revision(), Comparator.reverseOrder())
            .thenComparing(row -> row.pact().provider().name().value())
            .thenComparing(MatrixRow::providerOrder, Comparator.reverseOrder())
            .thenComparing(MatrixRow::number, Comparator.reverseOrder());

    /** What a row says. */
    public enum State {
        PASSED,
        FAILED,
        UNKNOWN
    }

    static MatrixRow verified(Pact pact, Verification result) {
        return new MatrixRow(pact, result.provider(), result, null, List.of(), null, false);
    }

    public static MatrixRow unverified(Pact pact, @Nullable Version provider) {
        return new MatrixRow(pact, provider, null, null, List.of(), null, false);
    }

    MatrixRow inferred(InferredResult proof) {
        return new MatrixRow(pact, proof.provider(), null, proof, List.of(), described, ignored);
    }

    /** Without a result still, and why none follows from others. */
    MatrixRow unproven(List<String> why) {
        return new MatrixRow(pact, provider, result, inference, why, described, ignored);
    }

    MatrixRow described(@Nullable DescribedResult other) {
        return new MatrixRow(pact, provider, result, inference, unproven, other, ignored);
    }

    MatrixRow asIgnored() {
        return new MatrixRow(pact, provider, result, inference, unproven, described, true);
    }

    /** A result and what the version says of itself both have to be good where both are there; one alone decides. */
    public State state() {
        Boolean promised = described == null ? null : described.success();
        if (result == null && promised == null) {
            return inference == null ? State.UNKNOWN : State.PASSED;
        }
        boolean failed = (result != null && !result.success()) || Boolean.FALSE.equals(promised);
        return failed ? State.FAILED : State.PASSED;
    }

    /** What decides of what the version says of itself: there is no result, or a good one in spite of it. Empty where a result decides. */
    public Optional<DescribedResult> decidingDescription() {
        return Optional.ofNullable(described).filter(this::decides);
    }

    private boolean decides(DescribedResult each) {
        Boolean promised = each.success();
        return promised != null && (result == null || (result.success() && !promised));
    }

    /** What a result, or what the version says of itself, comes to; empty where there is neither. */
    public Optional<Outcome> outcome() {
        return decidingDescription()
                .map(each -> Outcome.of(each, state() == State.PASSED))
                .or(() -> Optional.ofNullable(result).map(Outcome::of));
    }

    /** Whether it tells of a particular version how it went there. */
    boolean isDecided() {
        return outcome().isPresent();
    }

    /** The version of a row that is decided. */
    Version decidedVersion() {
        return Objects.requireNonNull(provider, "a row without a version");
    }

    /** The result of a row that has one. */
    Verification verified() {
        return Objects.requireNonNull(result, "a row without a result");
    }

    private long providerOrder() {
        return provider == null ? 0 : provider.order();
    }

    long number() {
        return result == null ? 0 : result.number();
    }
}
