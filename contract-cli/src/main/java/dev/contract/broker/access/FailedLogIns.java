package dev.contract.broker.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts log-ins that failed, so that nobody can try many passwords: for a name few from one address, so that a stranger does not keep its owner
 * out; for an address more, because behind one there may be a whole office; and for a name from everywhere. Each process counts for itself.
 * Thread-safe.
 */
final class FailedLogIns {
    /** For how long a failure counts. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int MOST_COUNTED = 10_000;

    private final Clock clock;
    private final Limits limits;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** So many since then. */
    private record Count(int failures, Instant since) {}

    private record Limits(int nameFromAddress, int name, int address) {}

    private FailedLogIns(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Of people who fill in a form. */
    static FailedLogIns ofForm(Clock clock) {
        return new FailedLogIns(clock, new Limits(10, 500, 100));
    }

    /** Of programs: many at a time may have the old password, and somebody else behind the same address the new one. */
    static FailedLogIns ofRequests(Clock clock) {
        return new FailedLogIns(clock, new Limits(100, 2_000, 1_000));
    }

    /**
     * Makes an attempt that {@link #permit} has permitted: it counts as a failure from there on until it turns out to be none, so that many at a
     * time do not all pass before the first one has failed. Trouble is none.
     */
    <T> Optional<T> attempt(String name, String from, Supplier<Optional<T>> attempt) {
        boolean failed = false;
        try {
            Optional<T> outcome = attempt.get();
            failed = outcome.isEmpty();
            return outcome;
        } finally {
            if (!failed) {
                forget(name, from);
            }
        }
    }

    /** Whether another attempt is permitted, which is to follow. */
    synchronized boolean permit(String name, String from) {
        Map<String, Integer> most = limits(name, from);
        boolean isPermitted =
                most.entrySet().stream().allMatch(limit -> count(limit.getKey()).failures() < limit.getValue());
        if (isPermitted) {
            most.keySet().forEach(key -> add(key, 1));
        }
        return isPermitted;
    }

    /** The attempt did not fail. */
    synchronized void forget(String name, String from) {
        limits(name, from).keySet().forEach(key -> add(key, -1));
    }

    /** Who names nobody has a token, which cannot be guessed: others must not be kept from using theirs. */
    private Map<String, Integer> limits(String name, String from) {
        String address = "address " + network(from);
        if (name.isEmpty()) {
            return Map.of(address, limits.address());
        }
        String digest = Digest.hex(name);
        return Map.of(
                address,
                limits.address(),
                "name " + digest,
                limits.name(),
                "name " + digest + " " + address,
                limits.nameFromAddress());
    }

    /** Of IPv6 the first half, in its long form: whoever has one address has all that differ in the other. */
    private static String network(String from) {
        String[] groups = from.split(":", -1);
        return groups.length == 8 ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : from;
    }

    private Count count(String key) {
        Instant now = clock.instant();
        Count count = counts.get(key);
        return count == null || count.since().plus(WINDOW).isBefore(now) ? new Count(0, now) : count;
    }

    /** Only failures are kept, and no more of them than there is room for. */
    private void add(String key, int more) {
        Count before = count(key);
        int failures = before.failures() + more;
        counts.remove(key);
        if (failures > 0) {
            counts.put(key, new Count(failures, before.since()));
        }
        if (counts.size() > MOST_COUNTED) {
            counts.remove(counts.keySet().iterator().next());
        }
    }
}
