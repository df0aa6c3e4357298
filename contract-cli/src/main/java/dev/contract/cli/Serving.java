package dev.contract.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time in which a command serves: from its start until the process is asked to end, which then waits for {@link #close}. */
final class Serving implements AutoCloseable {
    private static final int SECONDS_TO_END = 15;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private Serving() {}

    static Serving begin(String name) {
        Serving serving = new Serving();
        Runtime.getRuntime().addShutdownHook(new Thread(serving::end, name + "-end"));
        return serving;
    }

    /** What has been asked already is answered before the process ends. */
    private void end() {
        asked.countDown();
        try {
            done.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitEnd() throws InterruptedException {
        asked.await();
    }

    /** Waits, and tells whether it is time to end. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        done.countDown();
    }
}
