package dev.contract.provider.process;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A process and everything it started: asked to end, then ended by force. One thread at a time. */
final class ProcessTree {
    private static final Duration FORCED = Duration.ofSeconds(10);

    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    ProcessTree(ProcessHandle root) {
        known.add(root);
    }

    /**
     * Ends the tree; returns when all of it is gone, or when even force did not help within the time.
     *
     * @param patience how long to wait after asking; after forcing only the operating system is waited for
     */
    void stop(Duration patience) {
        signal(ProcessHandle::destroy);
        if (!awaitEnd(patience)) {
            signal(ProcessHandle::destroyForcibly);
            awaitEnd(FORCED);
        }
    }

    private void signal(Consumer<ProcessHandle> how) {
        look();
        alive().forEach(how);
    }

    /** Remembers who belongs to the tree now: when a parent has ended, its children cannot be found any more. */
    void look() {
        for (ProcessHandle process : List.copyOf(known)) {
            process.descendants().forEach(known::add);
        }
    }

    private boolean awaitEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        look();
        for (Collection<ProcessHandle> left = alive(); !left.isEmpty(); left = alive()) {
            if (!awaitAll(left, end - System.nanoTime())) {
                return false;
            }
            look();
        }
        return true;
    }

    private static boolean awaitAll(Collection<ProcessHandle> processes, long nanos) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<ProcessHandle> alive() {
        return known.stream().filter(ProcessHandle::isAlive).toList();
    }
}
