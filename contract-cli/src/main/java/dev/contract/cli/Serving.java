package dev.contract.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The time in which a command serves: from its start until the process is asked to end.
 *
 * <p>A JVM that is asked to end has the exit code of a signal, whatever its command comes to: {@link #exit} ends it with the command's own.
 */
final class Serving implements AutoCloseable {
    private static final int SECONDS_TO_END = 15;

    /** Of the whole process, as its end is. */
    private static volatile boolean isEnding;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread hook;

    private Serving(String name) {
        this.hook = new Thread(this::end, name + "-end");
    }

    static Serving begin(String name) {
        Serving serving = new Serving(name);
        Runtime.getRuntime().addShutdownHook(serving.hook);
        return serving;
    }

    /** Ends the process. */
    static void exit(int code) {
        if (isEnding) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    /** What has been asked already is answered, and what is to be written is written, before {@link #exit} cuts this short. */
    private void end() {
        asked.countDown();
        try {
            TimeUnit.SECONDS.sleep(SECONDS_TO_END);
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
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            isEnding = true;
        }
    }
}
