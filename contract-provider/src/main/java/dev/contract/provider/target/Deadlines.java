package dev.contract.provider.target;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one watch over all exchanges: at its deadline an exchange loses its socket, which ends every read and write on it. Thread-safe. */
final class Deadlines {
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "contract-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Deadlines() {
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(1, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    Deadline start(Duration limit) {
        Deadline deadline = new Deadline(limit);
        deadline.timer = watch.schedule(deadline::expire, limit.toNanos(), TimeUnit.NANOSECONDS);
        return deadline;
    }

    /** The time limit of one exchange. */
    static final class Deadline implements AutoCloseable {
        private final Duration limit;
        private final long end;
        private @Nullable Future<?> timer;
        private @Nullable Closeable guarded;
        private boolean expired;

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
            expired = true;
            if (guarded != null) {
                quietlyClose(guarded);
            }
        }

        /** The exchange is over: its connection may live on. */
        @Override
        public synchronized void close() {
            guarded = null;
            if (timer != null) {
                timer.cancel(false);
            }
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
