package dev.contract.broker.domain.matrix;

import java.util.List;

/** The rows, in the order in which they are shown, and the verdict over all of them. */
public record MatrixAnswer(List<MatrixRow> rows, Verdict verdict) {
    public MatrixAnswer {
        rows = List.copyOf(rows);
    }
}
