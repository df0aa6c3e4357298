package dev.contract.provider;

import dev.contract.core.problem.Problem;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Replays an interaction, and once more where that was asked for and the service gave no answer. What passed or failed after all says so.
 *
 * <p>A wrong answer is not asked for again: it is wrong.
 */
final class Attempts {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final int MOST_DOUBLINGS = 5;

    private Attempts() {}

    static Replayed of(Settings settings, Turn turn) {
        Replayed first = replay(settings, turn);
        Replayed last = first;
        int attempts = 1;
        while (last.isWorthAnotherAttempt() && attempts < settings.manner().attempts()) {
            LockSupport.parkNanos(FIRST_PAUSE.toNanos() << Math.min(attempts - 1, MOST_DOUBLINGS));
            last = replay(settings, turn);
            attempts++;
        }
        return attempts == 1
                ? last
                : last.with(told(attempts, first, last.outcome().passed()));
    }

    private static Replayed replay(Settings settings, Turn turn) {
        return new Replay(settings, turn.version(), turn.interaction()).run();
    }

    private static Problem told(int attempts, Replayed first, boolean passed) {
        return Problem.warning(
                        "CONTRACT-RETRIED",
                        (passed ? "passed" : "failed still") + " at the " + ordinal(attempts) + " attempt")
                .found("at the 1st: " + String.join(", ", first.outcome().errors()));
    }

    static String ordinal(int number) {
        boolean teens = number / 10 % 10 == 1;
        return number
                + switch (teens ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
