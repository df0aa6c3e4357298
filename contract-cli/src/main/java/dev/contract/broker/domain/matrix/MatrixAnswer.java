package dev.contract.broker.domain.matrix;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param rows in the order in which they are shown
 * @param verdict over all of them
 * @param working how it came about
 */
public record MatrixAnswer(List<MatrixRow> rows, Verdict verdict, Working working) {
    public MatrixAnswer {
        rows = List.copyOf(rows);
    }
}
