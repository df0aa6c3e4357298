package dev.contract.broker.domain;

/** A part of a list: at most {@code limit} elements after the first {@code offset}. */
public record Slice(long offset, long limit) {
    public static final Slice ALL = new Slice(0, Long.MAX_VALUE);
    public static final Slice FIRST = new Slice(0, 1);

    public Slice {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("no part of a list: " + limit + " elements after the first " + offset);
        }
    }
}
