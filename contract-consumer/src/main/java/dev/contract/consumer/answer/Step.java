package dev.contract.consumer.answer;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers that follow each other.
 *
 * @param times how often it is given before the next
 * @param pace of its body; null for as fast as possible
 * @param mishap what happens now and then instead; null for nothing
 * @param moves the state that a scenario has once this was answered; null if it changes none
 */
public record Step(
        StubAnswer answer,
        int times,
        Delay delay,
        @Nullable Pace pace,
        @Nullable Mishap mishap,
        @Nullable ScenarioState moves) {
    /** The response of the interaction, at once and once. */
    public static final Step CONTRACTUAL = of(Contractual.RESPONSE);

    public Step {
        if (times < 1) {
            throw new ContractException(Problem.error("CONTRACT-TIMES", "an answer is given at least once")
                    .found("times(" + times + ")")
                    .mend("give a number from 1, or leave the answer out"));
        }
    }

    public static Step of(StubAnswer answer) {
        return new Step(answer, 1, Delay.NONE, null, null, null);
    }

    public Step withTimes(int other) {
        return new Step(answer, other, delay, pace, mishap, moves);
    }

    public Step withDelay(Delay other) {
        return new Step(answer, times, other, pace, mishap, moves);
    }

    public Step withPace(Pace other) {
        return new Step(answer, times, delay, other, mishap, moves);
    }

    public Step withMishap(Mishap other) {
        return new Step(answer, times, delay, pace, other, moves);
    }

    public Step moving(ScenarioState state) {
        return new Step(answer, times, delay, pace, mishap, state);
    }
}
