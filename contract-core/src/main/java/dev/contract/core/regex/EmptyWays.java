package dev.contract.core.regex;

/**
 * In how many ways the engine can go on without reading a character; what it reads is counted by {@link CountedText}, this is not.
 * {@code (|)} has two, and they multiply: 26 of these in a row have 67 million. What must read ends a row, for at the end of a text it
 * fails at once.
 *
 * @param through from the start to the end; 0 if a character must be read
 * @param head from the start to the place inside that has most
 * @param tail to the end from a character read inside; 0 if none is
 * @param peak between any two places inside
 */
record EmptyWays(long through, long head, long tail, long peak) {
    static final EmptyWays NOTHING = new EmptyWays(1, 1, 0, 1);
    static final EmptyWays CHARACTER = new EmptyWays(0, 1, 1, 1);

    /** More than are ever allowed, and few enough for two to be multiplied. */
    private static final long MANY = 1_000_000_000;

    EmptyWays {
        through = Math.min(through, MANY);
        head = Math.min(head, MANY);
        tail = Math.min(tail, MANY);
        peak = Math.min(peak, MANY);
    }

    EmptyWays then(EmptyWays next) {
        return new EmptyWays(
                through * next.through,
                Math.max(head, through * next.head),
                Math.max(next.tail, tail * next.through),
                Math.max(Math.max(peak, next.peak), Math.max(through, tail) * next.head));
    }

    EmptyWays or(EmptyWays other) {
        long both = through + other.through;
        return new EmptyWays(
                both,
                Math.max(both, Math.max(head, other.head)),
                Math.max(tail, other.tail),
                Math.max(both, Math.max(peak, other.peak)));
    }

    /** What is left out is one more way. */
    EmptyWays optional() {
        return or(NOTHING);
    }

    /** After a round that read something there may be another; one that read nothing is the last. */
    EmptyWays repeated() {
        return new EmptyWays(through, head, tail * (through + 1), Math.max(peak, tail * Math.max(head, through + 1)));
    }

    /** A look ahead or back: however it came about, there is one way on. */
    EmptyWays looked() {
        return new EmptyWays(1, head, 0, peak);
    }
}
