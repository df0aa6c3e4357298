package dev.contract.consumer.answer;

import java.util.List;

/**
 * How a stub answers the requests of one interaction, one after the other. Immutable.
 *
 * @param steps at least one, in their order
 * @param cycles whether the first follows the last; otherwise the last is repeated
 */
public record Behaviour(List<Step> steps, boolean cycles) {
    public Behaviour {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a behaviour has at least one step");
        }
    }

    /**
     * What to do this time.
     *
     * @param turn how many requests there were before
     */
    public Step step(long turn) {
        long left = cycles ? turn % round() : turn;
        for (Step step : steps) {
            if (left < step.times()) {
                return step;
            }
            left -= step.times();
        }
        return steps.get(steps.size() - 1);
    }

    /** How many of the answers are never given to so many requests. */
    public int unreached(long turns) {
        int unreached = 0;
        long start = 0;
        for (Step step : steps) {
            unreached += start < turns ? 0 : 1;
            start += step.times();
        }
        return unreached;
    }

    /** Whether a fault is among its answers, or happens now and then instead of one. */
    public boolean has(Fault fault) {
        return steps.stream()
                .anyMatch(step -> step.answer() == fault
                        || (step.mishap() != null && step.mishap().fault() == fault));
    }

    private long round() {
        return steps.stream().mapToLong(Step::times).sum();
    }
}
