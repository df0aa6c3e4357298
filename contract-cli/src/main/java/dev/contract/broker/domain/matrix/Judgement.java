package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.matrix.MatrixRow.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Comes from rows to a verdict. */
final class Judgement {
    /** What verifiers tell is large, and nobody reads hundreds of reasons. */
    private static final int MOST_EXPLAINED = 100;

    private final MatrixQuestion question;
    private final List<MatrixRow> considered;
    private final List<MatrixRow> ignored;
    private final List<Working.Pair> withoutRow;
    private final List<Selector> vain;
    private final Explanations explanations;
    private final Transaction kept;

    Judgement(MatrixQuestion question, Participants participants, List<MatrixRow> rows, Transaction kept) {
        this.question = question;
        this.kept = kept;
        this.considered = rows.stream().filter(row -> !row.ignored()).toList();
        this.ignored = rows.stream().filter(MatrixRow::ignored).toList();
        this.withoutRow = participants.required().stream()
                .filter(pair -> rows.stream().noneMatch(row -> isBetween(row, pair)))
                .toList();
        this.vain = vain(question, participants);
        this.explanations = new Explanations(question, participants, kept);
    }

    private static boolean isBetween(MatrixRow row, Working.Pair pair) {
        return row.pact().consumer().owner().equals(pair.consumer())
                && row.pact().provider().equals(pair.provider());
    }

    private static List<Selector> vain(MatrixQuestion question, Participants participants) {
        List<Selector> vain = new ArrayList<>();
        for (Participant participant : participants.named()) {
            for (Pick pick : participant.vain()) {
                Selector selector = new Selector(participant.party().name(), pick);
                if (question.ignored().stream().noneMatch(ignore -> ignore.covers(selector))) {
                    vain.add(selector);
                }
            }
        }
        return vain;
    }

    Verdict verdict() {
        int unknown = count(State.UNKNOWN) + withoutRow.size();
        return new Verdict(
                answer(unknown), count(State.PASSED), count(State.FAILED), unknown, ignored.size(), reasons());
    }

    /** One failed and one unknown is unknown: the failure may yet be outdated by what is missing. */
    private Verdict.Answer answer(int unknown) {
        if (!vain.isEmpty()) {
            return Verdict.Answer.NO;
        }
        if (unknown > 0) {
            return Verdict.Answer.UNKNOWN;
        }
        return count(State.FAILED) == 0 ? Verdict.Answer.YES : Verdict.Answer.NO;
    }

    private int count(State state) {
        return (int) considered.stream().filter(row -> row.state() == state).count();
    }

    private List<Reason> reasons() {
        Set<Reason> reasons = new LinkedHashSet<>(warnings());
        considered.stream()
                .filter(row -> row.inference() != null)
                .limit(MOST_EXPLAINED)
                .map(explanations::inferred)
                .forEach(reasons::add);
        List<Reason> errors = errors();
        reasons.addAll(errors);
        if (errors.isEmpty()) {
            List<MatrixRow> passed = considered.stream()
                    .filter(row -> row.state() == State.PASSED)
                    .toList();
            reasons.add(passed.isEmpty() ? explanations.nothingRequired() : explanations.success(passed));
        }
        return List.copyOf(reasons);
    }

    private List<Reason> warnings() {
        List<Reason> warnings = new ArrayList<>();
        question.ignored().stream()
                .filter(ignore -> !ignore.meansSomething(kept))
                .map(explanations::vainIgnore)
                .forEach(warnings::add);
        if (question.target() == null
                && question.named().stream().map(Selector::name).distinct().count() == 1
                && question.named().stream().noneMatch(Judgement::isNameOnly)) {
            warnings.add(explanations.noTarget());
        }
        if (question.named().stream().noneMatch(Judgement::isExact)
                && !question.named().stream().allMatch(Judgement::isNameOnly)) {
            warnings.add(explanations.noVersion());
        }
        return warnings;
    }

    private static boolean isNameOnly(Selector selector) {
        return selector.pick() instanceof Pick.Everything;
    }

    private static boolean isExact(Selector selector) {
        return selector.pick() instanceof Pick.Exact;
    }

    private List<Reason> errors() {
        if (!vain.isEmpty()) {
            return vain.stream().map(explanations::noSuchVersion).toList();
        }
        List<Reason> errors = new ArrayList<>();
        withoutRow.stream().map(explanations::withoutRow).forEach(errors::add);
        List<MatrixRow> open = considered.stream()
                .filter(row -> row.state() != State.PASSED)
                .sorted(Comparator.comparing(MatrixRow::state))
                .toList();
        open.stream().limit(MOST_EXPLAINED).map(explanations::row).forEach(errors::add);
        if (open.size() > MOST_EXPLAINED) {
            errors.add(explanations.more(open.subList(MOST_EXPLAINED, open.size())));
        }
        return errors;
    }
}
