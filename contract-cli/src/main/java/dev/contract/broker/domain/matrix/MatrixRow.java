package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the matrix: a pact, and what became of it at one provider version.
 *
 * @param provider the provider version; null when no particular one is known
 * @param result null when there is none
 * @param inference why the pact holds at the version although there is no result of it; null unless it was inferred
 * @param unproven why nothing was inferred, in sentences without a full stop; empty where it was, or was not asked for
 * @param ignored whether the verdict leaves the row out
 */
public record MatrixRow(
        Pact pact,
        @Nullable Version provider,
        @Nullable Verification result,
        @Nullable InferredResult inference,
        List<String> unproven,
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
        return new MatrixRow(pact, result.provider(), result, null, List.of(), false);
    }

    public static MatrixRow unverified(Pact pact, @Nullable Version provider) {
        return new MatrixRow(pact, provider, null, null, List.of(), false);
    }

    MatrixRow inferred(InferredResult proof) {
        return new MatrixRow(pact, proof.provider(), null, proof, List.of(), ignored);
    }

    /** Without a result still, and why none follows from others. */
    MatrixRow unproven(List<String> why) {
        return new MatrixRow(pact, provider, result, inference, why, ignored);
    }

    MatrixRow asIgnored() {
        return new MatrixRow(pact, provider, result, inference, unproven, true);
    }

    public State state() {
        if (result == null) {
            return inference == null ? State.UNKNOWN : State.PASSED;
        }
        return result.success() ? State.PASSED : State.FAILED;
    }

    /** The result of a row that has one. */
    Verification verified() {
        return Objects.requireNonNull(result, "a row without a result");
    }

    private long providerOrder() {
        return provider == null ? 0 : provider.order();
    }

    private long number() {
        return result == null ? 0 : result.number();
    }
}
