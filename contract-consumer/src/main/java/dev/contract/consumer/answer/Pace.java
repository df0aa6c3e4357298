package dev.contract.consumer.answer;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.time.Duration;

/**
 * How slowly a body is sent.
 *
 * @param bytes sent at a time, at least 1
 * @param every the pause before the next ones, at most {@link Delay#LONGEST}
 * @param endless whether the last bytes never come
 */
public record Pace(int bytes, Duration every, boolean endless) {
    public Pace {
        if (bytes < 1 || every.isNegative() || every.compareTo(Delay.LONGEST) > 0) {
            throw new ContractException(Problem.error("CONTRACT-DELAY", "a body cannot be sent at this pace")
                    .found(bytes + " bytes every " + every)
                    .mend("give at least 1 byte, and a pause from 0 to one hour"));
        }
    }

    /** A body that comes to its end. */
    public Pace(int bytes, Duration every) {
        this(bytes, every, false);
    }
}
