package dev.contract.broker.api;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the wait for work that may take long; it runs on a few threads of its own. Thread-safe. */
final class TimeLimit {
    private static final int THREADS = 2;
    private static final int WAITING = 20;
    private static final long IDLE_SECONDS = 10;

    private final ExecutorService threads = threads();

    /** Threads that nobody needs to stop: they end when they are idle, and hold up no JVM. */
    private static ExecutorService threads() {
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, "contract-broker-compare");
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), daemons);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * What the work comes to.
     *
     * @throws Failure with 408 when it takes too long, with 503 when too much is waiting already
     */
    <T> T run(Duration limit, Callable<T> work) {
        Future<T> running = started(work);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw Failure.of(408, "This took longer than " + limit.toSeconds() + " seconds, and was given up.");
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw Failure.of(503, "The broker is about to stop.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private <T> Future<T> started(Callable<T> work) {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw Failure.of(503, "Too many comparisons are under way; try again later.");
        }
    }
}
