package dev.contract.broker.domain.webhook;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How long to wait before each further attempt; after the last of them there is none. */
public record RetrySchedule(List<Duration> pauses) {
    public static final RetrySchedule DEFAULT = ofSeconds(10, 60, 120, 300, 600, 1200);

    public RetrySchedule {
        pauses = List.copyOf(pauses);
        if (pauses.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("a pause is negative: " + pauses);
        }
    }

    public static RetrySchedule ofSeconds(long... seconds) {
        return new RetrySchedule(
                Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList());
    }

    /** The pause after so many failed attempts, of which there was one at least; empty when it is enough. */
    public Optional<Duration> after(int attempts) {
        return attempts > pauses.size() ? Optional.empty() : Optional.of(pauses.get(attempts - 1));
    }

    /** How many attempts are left after so many. */
    public int left(int attempts) {
        return Math.max(0, pauses.size() + 1 - attempts);
    }
}
