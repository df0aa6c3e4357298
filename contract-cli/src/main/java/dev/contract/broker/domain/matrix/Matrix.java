package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Transaction;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers questions about which versions work together.
 *
 * <p>First who takes part ({@link Participants}), then the pacts and results between them ({@link Rows}), then the newest row of each
 * group ({@link LatestBy}), then, if that is wanted, what follows from other results ({@link Inferring}), then which rows are wanted and which are ignored, then the verdict ({@link Judgement}). How many rows a
 * client wants to see is none of it: the verdict is over all rows.
 */
public final class Matrix {
    private Matrix() {}

    /**
     * The rows and the verdict.
     *
     * @throws Refusal if the question names an application that is not here
     */
    public static MatrixAnswer answer(MatrixQuestion question, Transaction kept) {
        Participants participants = Participants.of(question, kept);
        Evidence evidence = new Evidence(kept, question.comparing());
        List<MatrixRow> found = Rows.of(question, participants, kept, evidence);
        List<MatrixRow> newest = newest(question, found);
        List<MatrixRow> completed = question.inferring() ? new Inferring(participants, kept).completed(newest) : newest;
        List<MatrixRow> rows = completed.stream()
                .filter(row -> question.states().contains(row.state()))
                .map(row -> marked(row, question.ignored()))
                .sorted(MatrixRow.SHOWN)
                .toList();
        Verdict verdict = new Judgement(question, participants, rows, kept).verdict();
        return new MatrixAnswer(rows, verdict, working(participants, found, newest));
    }

    private static Working working(Participants participants, List<MatrixRow> found, List<MatrixRow> newest) {
        List<Working.Member> members = Stream.concat(participants.named().stream(), participants.inferred().stream())
                .map(Participant::described)
                .toList();
        return new Working(members, participants.required(), found, newest);
    }

    private static List<MatrixRow> newest(MatrixQuestion question, List<MatrixRow> rows) {
        LatestBy latestBy = question.latestBy();
        return latestBy == null ? rows : latestBy.newest(rows);
    }

    private static MatrixRow marked(MatrixRow row, List<Ignore> ignored) {
        return ignored.stream().anyMatch(ignore -> ignore.covers(row)) ? row.asIgnored() : row;
    }
}
