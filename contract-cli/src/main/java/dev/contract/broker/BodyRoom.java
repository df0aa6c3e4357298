package dev.contract.broker;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes the large bodies that are being received and answered may have together. Thread-safe. */
final class BodyRoom {
    private final AtomicLong left;

    BodyRoom(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Whether there is room; who takes it gives it back. */
    boolean take(long bytes) {
        return left.getAndUpdate(now -> now < bytes ? now : now - bytes) >= bytes;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}
