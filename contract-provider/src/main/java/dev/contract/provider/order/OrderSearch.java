package dev.contract.provider.order;

import java.util.ArrayList;
import java.util.List;

/**
 * The search for the shortest order that flips a verdict, within a number of replays. One thread at a time.
 *
 * <p>With a service that starts anew for each trial the verdict of the interaction alone is compared to that after others. Otherwise the
 * order in which it passed is replayed before each trial, to bring the service back to where it passes.
 */
public final class OrderSearch {
    /** How often an order has to show the same again before it is believed: a verdict by chance does so in one of 1,024 cases. */
    private static final int CONFIRMATIONS = 5;

    private final Trial trial;
    private int replaysLeft;

    /** @param replays how many there may be in all searches */
    public OrderSearch(Trial trial, int replays) {
        this.trial = trial;
        this.replaysLeft = replays;
    }

    /**
     * Why a verdict differed.
     *
     * @param subject whose verdict it is
     * @param passed what was replayed before it in the round in which it passed
     * @param failed what was replayed before it in the round in which it failed
     * @param once whether it flipped only once in all rounds
     */
    public Cause find(int subject, List<Integer> passed, List<Integer> failed, boolean once) {
        try {
            if (trial.startsAnew()) {
                return anew(subject, passed, failed);
            }
            return once && isLasting(subject, passed, failed) ? new Cause.Lasting() : goingOn(subject, passed, failed);
        } catch (Exhausted e) {
            return new Cause.Unknown();
        } catch (Contradiction e) {
            return new Cause.Itself();
        }
    }

    private Cause anew(int subject, List<Integer> passed, List<Integer> failed) throws Exhausted, Contradiction {
        boolean alone = passes(List.of(), subject);
        return search(before -> passes(before, subject) != alone, alone ? failed : passed, !alone);
    }

    /** What passes only every second time would look as if it must not be replayed twice. */
    private Cause goingOn(int subject, List<Integer> passed, List<Integer> failed) throws Exhausted, Contradiction {
        for (int i = 0; i < 2; i++) {
            if (!passes(passed, subject)) {
                throw new Contradiction();
            }
        }
        return search(before -> flipsBack(subject, passed, before), failed, false);
    }

    private boolean flipsBack(int subject, List<Integer> passed, List<Integer> before) throws Exhausted, Contradiction {
        if (!passes(passed, subject)) {
            throw new Contradiction();
        }
        return !passes(before, subject);
    }

    /** Whether neither the one order nor the other changes the verdict any more. */
    private boolean isLasting(int subject, List<Integer> passed, List<Integer> failed) throws Exhausted {
        boolean verdict = passes(passed, subject);
        for (int i = 0; i < CONFIRMATIONS; i++) {
            if (passes(failed, subject) != verdict || passes(passed, subject) != verdict) {
                return false;
            }
        }
        return true;
    }

    private Cause search(Flips flips, List<Integer> candidates, boolean passes) throws Exhausted, Contradiction {
        if (!flips.by(candidates)) {
            throw new Contradiction();
        }
        Shortening shortening = new Shortening(flips, candidates);
        try {
            shortening.run();
            confirm(flips, shortening.shortest());
            return new Cause.Order(shortening.shortest(), passes, true);
        } catch (Exhausted e) {
            return new Cause.Order(shortening.shortest(), passes, false);
        }
    }

    /** An interaction flips its own verdict only where it is replayed in a service that goes on. */
    private void confirm(Flips flips, List<Integer> shortest) throws Exhausted, Contradiction {
        boolean itself = shortest.isEmpty();
        if (itself && trial.startsAnew()) {
            throw new Contradiction();
        }
        for (int i = 0; i < CONFIRMATIONS; i++) {
            if (flips.by(List.of()) != itself || !flips.by(shortest)) {
                throw new Contradiction();
            }
        }
    }

    private boolean passes(List<Integer> before, int subject) throws Exhausted {
        List<Integer> order = new ArrayList<>(before);
        order.add(subject);
        replaysLeft -= order.size();
        if (replaysLeft < 0) {
            throw new Exhausted();
        }
        return trial.passes(order);
    }

    /** Whether an order before the subject flips its verdict. */
    interface Flips {
        boolean by(List<Integer> before) throws Exhausted, Contradiction;
    }

    /** All replays are used up. */
    static final class Exhausted extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** What was seen before was not seen again. */
    static final class Contradiction extends Exception {
        private static final long serialVersionUID = 1;
    }
}
