package dev.contract.broker;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes the large bodies that are being received and answered may have together. Thread-safe. */
final class BodyRoom {
    private final AtomicLong left;

    BodyRoom(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Room that one body has; given back once, however often that is said. */
    final class Share {
        private final long bytes;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Share(long bytes) {
            this.bytes = bytes;
        }

        void giveBack() {
            if (held.getAndSet(false)) {
                left.addAndGet(bytes);
            }
        }
    }

    /** Empty when there is no room; who gets some gives it back. */
    Optional<Share> take(long bytes) {
        boolean taken = left.getAndUpdate(now -> now < bytes ? now : now - bytes) >= bytes;
        return taken ? Optional.of(new Share(bytes)) : Optional.empty();
    }
}
