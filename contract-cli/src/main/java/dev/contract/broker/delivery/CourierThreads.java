package dev.contract.broker.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Threads that let a courier deliver whenever something is due. Several, so that one receiver that does not answer holds up nobody else.
 *
 * <p>Who stores an event wakes them; beyond that they look from time to time, for another process over the same store may have died.
 * Thread-safe.
 */
public final class CourierThreads implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CourierThreads.class.getName());
    private static final int THREADS = 4;
    private static final Duration LOOKS = Duration.ofSeconds(30);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
    private static final long PATIENCE_MILLIS = 5_000;

    private final Courier courier;
    private final List<Thread> threads = new ArrayList<>();
    private final Object bell = new Object();
    private long rings;
    private boolean ending;

    private CourierThreads(Courier courier) {
        this.courier = courier;
    }

    /** Starts to deliver. */
    public static CourierThreads start(Courier courier) {
        CourierThreads started = new CourierThreads(courier);
        for (int i = 1; i <= THREADS; i++) {
            Thread thread = new Thread(started::run, "contract-webhooks-" + i);
            thread.setDaemon(true);
            started.threads.add(thread);
        }
        started.threads.forEach(Thread::start);
        return started;
    }

    /** Says that something may be due. */
    public void wake() {
        synchronized (bell) {
            rings++;
            bell.notifyAll();
        }
    }

    private void run() {
        try {
            while (true) {
                long heard = rings();
                if (heard < 0) {
                    return;
                }
                awaitRing(heard, deliverAll());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often the bell rang; negative when it is time to end. */
    private long rings() {
        synchronized (bell) {
            return ending ? -1 : rings;
        }
    }

    /** Delivers until nothing is due, and tells how long that will be so. */
    private Duration deliverAll() {
        try {
            while (rings() >= 0 && courier.deliverNext()) {
                // the next one
            }
            return courier.untilNext()
                    .filter(pause -> pause.compareTo(LOOKS) < 0)
                    .orElse(LOOKS);
        } catch (RuntimeException e) {
            if (rings() >= 0) {
                LOG.log(System.Logger.Level.ERROR, "a webhook could not be run; it is tried again", e);
            }
            return AFTER_FAULT;
        }
    }

    private void awaitRing(long heard, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (bell) {
            while (!ending && rings == heard && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(bell, end - System.nanoTime());
            }
        }
    }

    /** Takes up nothing more, and gives what runs a while to end. What does not is delivered when its claim has ended. */
    @Override
    public void close() {
        synchronized (bell) {
            ending = true;
            bell.notifyAll();
        }
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE_MILLIS / THREADS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
