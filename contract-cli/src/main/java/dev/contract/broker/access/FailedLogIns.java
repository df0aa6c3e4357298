package dev.contract.broker.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts log-ins that failed, so that nobody can try many passwords: for a name few, wherever they come from, and for an address more, because
 * behind one there may be a whole office. Each process counts for itself. Thread-safe.
 */
final class FailedLogIns {
    /** For how long a failure counts. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int MOST_FOR_NAME = 10;
    private static final int MOST_FROM_ADDRESS = 100;
    private static final int MOST_COUNTED = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** So many since then. */
    private record Count(int failures, Instant since) {}

    FailedLogIns(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether another attempt is permitted. It counts as a failure until {@link #forget} takes that back, so that many at a time do not all pass
     * before the first one has failed.
     */
    synchronized boolean permit(String name, String from) {
        Map<String, Integer> limits = limits(name, from);
        boolean isPermitted = limits.entrySet().stream()
                .allMatch(limit -> count(limit.getKey()).failures() < limit.getValue());
        if (isPermitted) {
            limits.keySet().forEach(key -> add(key, 1));
        }
        return isPermitted;
    }

    /** The attempt did not fail. */
    synchronized void forget(String name, String from) {
        limits(name, from).keySet().forEach(key -> add(key, -1));
    }

    /** Who names nobody has a token, which cannot be guessed: others must not be kept from using theirs. */
    private static Map<String, Integer> limits(String name, String from) {
        String address = "address " + from;
        return name.isEmpty()
                ? Map.of(address, MOST_FROM_ADDRESS)
                : Map.of(address, MOST_FROM_ADDRESS, "name " + Digest.hex(name), MOST_FOR_NAME);
    }

    private Count count(String key) {
        Instant now = clock.instant();
        Count count = counts.get(key);
        return count == null || count.since().plus(WINDOW).isBefore(now) ? new Count(0, now) : count;
    }

    private void add(String key, int more) {
        Count before = count(key);
        counts.remove(key);
        counts.put(key, new Count(Math.max(0, before.failures() + more), before.since()));
        if (counts.size() > MOST_COUNTED) {
            counts.remove(counts.keySet().iterator().next());
        }
    }
}
