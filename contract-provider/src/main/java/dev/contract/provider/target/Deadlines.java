package dev.contract.provider.target;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one watch over all exchanges: at its deadline an exchange loses its socket, which ends every read and write on it.
 *
 * <p>Nearly all exchanges are over long before, and the next one's deadline is later: so the watch sleeps until the earliest one that it
 * has heard of, and is woken only for an earlier one. Thread-safe.
 */
final class Deadlines {
    private final Set<Deadline> running = new HashSet<>();
    private @Nullable Thread watch;
    private long wakesAt;

    synchronized Deadline start(Duration limit) {
        Deadline deadline = new Deadline(limit);
        running.add(deadline);
        if (watch == null) {
            watch = new Thread(this::watch, "contract-deadlines");
            watch.setDaemon(true);
            watch.start();
        } else if (deadline.end - wakesAt < 0) {
            notifyAll();
        }
        return deadline;
    }

    private void watch() {
        for (List<Deadline> late = late(); !late.isEmpty(); late = late()) {
            late.forEach(Deadline::expire);
        }
    }

    /** Sleeps until the time of some is up; none when nothing runs any more, and this watch is over. */
    private synchronized List<Deadline> late() {
        while (!running.isEmpty()) {
            long now = System.nanoTime();
            List<Deadline> late =
                    running.stream().filter(each -> each.end - now <= 0).toList();
            if (!late.isEmpty()) {
                late.forEach(running::remove);
                return late;
            }
            long sleep =
                    running.stream().mapToLong(each -> each.end - now).min().orElseThrow();
            wakesAt = now + sleep;
            sleep(sleep);
        }
        watch = null;
        return List.of();
    }

    private void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            // nobody has a reason to; who waits for the watch looks at the time again
        }
    }

    private synchronized void end(Deadline deadline) {
        running.remove(deadline);
    }

    /** Lets the watch go home once nothing runs any more. */
    synchronized void close() {
        notifyAll();
    }

    /** The time limit of one exchange. */
    final class Deadline implements AutoCloseable {
        private final Duration limit;
        private final long end;
        private @Nullable Closeable guarded;
        private boolean expired;
        private boolean over;

        private Deadline(Duration limit) {
            this.limit = limit;
            this.end = System.nanoTime() + limit.toNanos();
        }

        /** {@code 10 s}, {@code 250 ms}. */
        String limitText() {
            long millis = limit.toMillis();
            return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
        }

        /** What to close when time is up; it is closed at once when time is up already. */
        synchronized void guard(Closeable socket) {
            guarded = socket;
            if (expired) {
                quietlyClose(socket);
            }
        }

        synchronized boolean isExpired() {
            return expired;
        }

        /** At least 1, because a timeout of 0 means for ever. */
        int millisLeft() {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            return (int) Math.min(Integer.MAX_VALUE, Math.max(1, left));
        }

        private synchronized void expire() {
            expired = !over;
            if (guarded != null) {
                quietlyClose(guarded);
            }
        }

        /** The exchange is over: its connection may live on. */
        @Override
        public void close() {
            synchronized (this) {
                over = true;
                guarded = null;
            }
            end(this);
        }

        private static void quietlyClose(Closeable socket) {
            try {
                socket.close();
            } catch (IOException e) {
                // the exchange on it fails in any case
            }
        }
    }
}
