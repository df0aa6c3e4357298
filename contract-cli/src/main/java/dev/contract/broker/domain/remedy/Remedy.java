package dev.contract.broker.domain.remedy;

import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.matrix.Failures;
import dev.contract.broker.domain.matrix.Matrix;
import dev.contract.broker.domain.matrix.MatrixAnswer;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.MatrixRow.State;
import dev.contract.broker.domain.matrix.Pick;
import dev.contract.broker.domain.matrix.Selector;
import dev.contract.broker.domain.matrix.Verdict;
import dev.contract.broker.domain.matrix.Working.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds what has to be done until a question is answered with yes.
 *
 * <p>Contracts and results belong to one consumer and one provider, so each neighbour of the applications asked about is a question of its
 * own ({@link Neighbour}): are the results that are missing made good, or does another of its versions come in their place? Between the
 * applications asked about, only results help, for which versions of them are meant was said.
 *
 * <p>A version that is to be deployed has a question of its own, which is not answered here: whether it may go there itself.
 */
public final class Remedy {
    /** What verifiers tell is large, and of hundreds nobody reads what failed. */
    private static final int MOST_EXPLAINED = 100;

    private final MatrixQuestion question;
    private final MatrixAnswer answer;
    private final int choices;
    private final Gaps gaps;
    private final Transaction kept;

    private Remedy(MatrixQuestion question, MatrixAnswer answer, int choices, Transaction kept) {
        this.question = question;
        this.answer = answer;
        this.choices = choices;
        this.gaps = new Gaps(question, answer.working(), kept);
        this.kept = kept;
    }

    /**
     * As few actions as possible, in the order in which they are done; empty when the answer is yes, and when nothing helps but another
     * question.
     */
    public static List<Action> of(MatrixQuestion question, MatrixAnswer answer, Transaction kept) {
        Remedy remedy = new Remedy(question, answer, 0, kept);
        int choices = Choices.each((int) remedy.vague().count());
        List<Action> actions =
                new Remedy(question, answer, choices, kept).actions().sorted();
        return Stream.concat(
                        actions.stream().limit(MOST_EXPLAINED).map(action -> explained(action, kept)),
                        actions.stream().skip(MOST_EXPLAINED))
                .toList();
    }

    private static Action explained(Action action, Transaction kept) {
        return action instanceof Action.Mend mend
                ? kept.verifications()
                        .newest(mend.pact().contentId(), mend.provider())
                        .<Action>map(result -> mend.withFailures(Failures.of(result, kept)))
                        .orElse(mend)
                : action;
    }

    private Way actions() {
        if (answer.verdict().answer() == Verdict.Answer.YES || isHopeless()) {
            return Way.NOTHING;
        }
        return vague().findFirst().map(this::meet).orElseGet(this::close);
    }

    /** What chose no version, and leaves open which it might be. */
    private Stream<Selector> vague() {
        return gaps.members().stream()
                .flatMap(member -> unmet(member).stream())
                .filter(selector -> !(selector.pick() instanceof Pick.Exact));
    }

    /** Where every result counts, a failure counts for ever; and rows that nobody wanted to see cannot be judged. */
    private boolean isHopeless() {
        boolean failed = answer.rows().stream().anyMatch(row -> !row.ignored() && row.state() == State.FAILED);
        return question.states().size() < State.values().length || (question.latestBy() == null && failed);
    }

    private List<Selector> unmet(Member member) {
        return member.named()
                ? member.vain().stream()
                        .map(pick -> new Selector(member.party().name(), pick))
                        .filter(selector -> question.ignored().stream().noneMatch(ignore -> ignore.covers(selector)))
                        .toList()
                : List.of();
    }

    /** A version has to come where one was asked for; which one is best shows the question about it. */
    private Way meet(Selector selector) {
        Member member = gaps.member(selector.name());
        List<Candidate> candidates = gaps.newest(member.party());
        if (candidates.isEmpty()) {
            Candidate next = Candidate.next(member.party());
            return Arrival.by(selector.pick(), next, kept).findFirst().orElse(Way.of(new Action.Publish(next)));
        }
        return candidates.stream()
                .limit(choices)
                .flatMap(each -> met(selector, each))
                .min(Way.SHORTEST)
                .orElse(Way.NOTHING);
    }

    private Stream<Way> met(Selector selector, Candidate candidate) {
        VersionNumber number = candidate.number();
        if (number == null) {
            return Stream.empty();
        }
        List<Selector> named = new ArrayList<>(question.named());
        named.replaceAll(each -> each.equals(selector) ? new Selector(each.name(), new Pick.Exact(number)) : each);
        MatrixQuestion next = question.withNamed(named);
        MatrixAnswer then = Matrix.answer(next, kept);
        Way rest = new Remedy(next, then, choices, kept).actions();
        return rest.isEmpty() && then.verdict().answer() != Verdict.Answer.YES
                ? Stream.empty()
                : Arrival.by(selector.pick(), candidate, kept).map(arrival -> arrival.and(rest));
    }

    private Way close() {
        List<Way> ways = new ArrayList<>();
        Map<Party, List<MatrixRow>> neighbours = new LinkedHashMap<>();
        for (MatrixRow row : open()) {
            Member neighbour = gaps.neighbour(row);
            if (neighbour == null) {
                ways.add(gaps.closed(row));
            } else {
                neighbours
                        .computeIfAbsent(neighbour.party(), any -> new ArrayList<>())
                        .add(row);
            }
        }
        neighbours.forEach(
                (party, rows) -> ways.add(new Neighbour(gaps.member(party.name()), rows, question, gaps, kept).way()));
        return publishing(Way.all(ways));
    }

    private List<MatrixRow> open() {
        return answer.rows().stream()
                .filter(row -> !row.ignored() && row.state() != State.PASSED)
                .toList();
    }

    /** A version that is not known becomes known by its first result, so only one that nobody needs a result of is to be published. */
    private Way publishing(Way way) {
        Way all = way;
        for (Member member : gaps.members()) {
            for (Selector selector : unmet(member)) {
                Candidate wanted = Candidate.wanted(member.party(), ((Pick.Exact) selector.pick()).number());
                if (!way.verifiesWith(wanted)) {
                    all = all.and(Way.of(new Action.Publish(wanted)));
                }
            }
        }
        return all;
    }
}
