package dev.contract.provider;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.code.Thrown;
import dev.contract.provider.order.Cause;
import dev.contract.provider.order.OrderSearch;
import dev.contract.provider.order.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run in an order: one interaction at a time, everything as often as asked for. What did not pass each time has failed, and says whether
 * others before it are to blame. Used once, by one thread.
 */
final class Rounds {
    /** For each of the run's interactions, but never fewer than the other number. */
    private static final int REPLAYS_OF_SEARCH = 10;

    private static final int FEWEST_REPLAYS_OF_SEARCH = 2_000;

    private final Settings settings;
    private final List<Turn> turns;
    private final List<List<Played>> played;
    private final OrderSearch search;

    /** @param before what was replayed before it in its round */
    private record Played(Replayed replayed, List<Integer> before) {
        boolean passed() {
            return replayed.outcome().passed();
        }
    }

    Rounds(Settings settings, List<Turn> turns) {
        this.settings = settings;
        this.turns = turns;
        this.played =
                turns.stream().<List<Played>>map(turn -> new ArrayList<>()).toList();
        this.search =
                new OrderSearch(new Trials(), Math.max(FEWEST_REPLAYS_OF_SEARCH, REPLAYS_OF_SEARCH * turns.size()));
    }

    /** Whether the settings ask for an order at all. */
    static boolean areWanted(Settings settings) {
        Manner manner = settings.manner();
        return manner.rounds() > 1
                || manner.shuffled()
                || !settings.filter().order().isEmpty();
    }

    /** What came of each turn. A service that does not start anew ends the rounds, and nothing has passed then. */
    List<Replayed> run() {
        int round = 0;
        try {
            play(order(round));
            for (round = 1; round < settings.manner().rounds(); round++) {
                startAnew();
                play(order(round));
            }
            return IntStream.range(0, turns.size()).mapToObj(this::result).toList();
        } catch (NotStarted e) {
            return brokenOff(round, e);
        }
    }

    private void startAnew() {
        Runnable freshService = settings.manner().freshService();
        if (freshService == null) {
            return;
        }
        try {
            freshService.run();
        } catch (RuntimeException | Error e) {
            Thrown.passOnIfFatal(e);
            throw new NotStarted(e);
        }
    }

    /** What failed already shows its failure. */
    private List<Replayed> brokenOff(int rounds, NotStarted e) {
        String reason = "the service did not start anew after " + rounds + (rounds == 1 ? " round" : " rounds") + " of "
                + settings.manner().rounds() + ": " + e.reason();
        return played.stream()
                .map(all -> all.stream()
                        .map(Played::replayed)
                        .filter(each -> !each.outcome().passed())
                        .findFirst()
                        .orElseGet(() -> all.get(0).replayed().butErrored(reason)))
                .toList();
    }

    private void play(List<Integer> order) {
        for (int i = 0; i < order.size(); i++) {
            int turn = order.get(i);
            played.get(turn).add(new Played(replay(turn), order.subList(0, i)));
        }
    }

    private Replayed replay(int turn) {
        return Attempts.of(settings, turns.get(turn));
    }

    private List<Integer> order(int round) {
        List<Integer> order = new ArrayList<>(declared());
        if (settings.manner().shuffled()) {
            Collections.shuffle(order, random(round));
        }
        return order;
    }

    /** The seed is mixed first: of neighbouring seeds {@code Random} makes alike orders. */
    private Random random(int round) {
        return new Random(new SplittableRandom(settings.seed().number() + round).nextLong());
    }

    private List<Integer> declared() {
        List<String> names = settings.filter().order();
        Stream<Integer> all = IntStream.range(0, turns.size()).boxed();
        return names.isEmpty()
                ? all.toList()
                : names.stream().flatMap(this::named).toList();
    }

    private Stream<Integer> named(String name) {
        return IntStream.range(0, turns.size()).boxed().filter(i -> turns.get(i).isCalled(name));
    }

    private Replayed result(int turn) {
        List<Played> all = played.get(turn);
        List<Played> passed = all.stream().filter(Played::passed).toList();
        List<Played> failed = all.stream().filter(each -> !each.passed()).toList();
        if (failed.isEmpty() || (passed.isEmpty() && !passesAlone(turn))) {
            return agreed(all);
        }
        List<Integer> toPass = passed.isEmpty() ? List.of() : passed.get(0).before();
        Cause cause = search.find(turn, toPass, failed.get(0).before(), flips(all) == 1);
        return failed.get(0)
                .replayed()
                .with(told(cause, failed.size(), all.size()))
                .after(cause.toFail(turn).stream()
                        .map(each -> turns.get(each).first())
                        .toList());
    }

    /** What failed in every round may have been spoiled by what came before it in every round: only a service started anew can tell. */
    private boolean passesAlone(int turn) {
        Trials trials = new Trials();
        return trials.startsAnew() && trials.passes(List.of(turn));
    }

    /** The first replay stands for all; but what was tolerated in any of them, a further attempt for example, is not passed over. */
    private static Replayed agreed(List<Played> all) {
        return all.get(0)
                .replayed()
                .withWarnings(all.stream()
                        .flatMap(each -> each.replayed().warnings().stream())
                        .distinct()
                        .toList());
    }

    private static long flips(List<Played> all) {
        return IntStream.range(1, all.size())
                .filter(i -> all.get(i).passed() != all.get(i - 1).passed())
                .count();
    }

    private Problem told(Cause cause, int failed, int rounds) {
        return Problem.warning(
                        cause.isOrder() ? "CONTRACT-ORDER" : "CONTRACT-FLAKY",
                        "failed " + failed + " of " + rounds + " times: " + cause.text(this::name))
                .mend(cause.advice());
    }

    private String name(int turn) {
        return Quoted.text(turns.get(turn).interaction().description());
    }

    /** The user's code, or a process of theirs, failed to bring a new service. */
    private static final class NotStarted extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotStarted(Throwable cause) {
            super(cause);
        }

        String reason() {
            Throwable cause = Objects.requireNonNull(getCause());
            return cause instanceof ContractException told
                    ? told.problems().get(0).what()
                    : Thrown.text(cause, Rounds.class);
        }
    }

    private final class Trials implements Trial {
        @Override
        public boolean passes(List<Integer> order) {
            startAnew();
            Replayed last = replay(order.get(0));
            for (int turn : order.subList(1, order.size())) {
                last = replay(turn);
            }
            return last.outcome().passed();
        }

        @Override
        public boolean startsAnew() {
            return settings.manner().freshService() != null;
        }
    }
}
