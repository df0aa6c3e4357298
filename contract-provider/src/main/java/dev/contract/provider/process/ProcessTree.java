package dev.contract.provider.process;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A process and everything it started: asked to end, then ended by force. One thread at a time. */
final class ProcessTree {
    private static final Duration FORCED = Duration.ofSeconds(10);
    private static final Duration NOTICED = Duration.ofMillis(100);
    private static final long PAUSE_MILLIS = 10;

    private final Set<ProcessHandle> known = new LinkedHashSet<>();
    private final Supplier<? extends Collection<ProcessHandle>> strays;
    private boolean interrupted;

    /** @param strays finds those that the tree has lost because their parents ended before them */
    ProcessTree(Supplier<? extends Collection<ProcessHandle>> strays) {
        this.strays = strays;
    }

    void add(ProcessHandle root) {
        known.add(root);
    }

    /**
     * Ends the tree; returns when all of it is gone, or when even force did not help within ten seconds. An interrupted thread
     * does not ask for long, but waits for the end.
     *
     * @param patience how long to wait after asking; after forcing only the operating system is waited for
     */
    void stop(Duration patience) {
        interrupted = Thread.interrupted();
        look();
        left().forEach(ProcessHandle::destroy);
        if (interrupted || !awaitEnd(patience)) {
            force();
        }
        awaitNotice();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Remembers who belongs to the tree now: when a parent has ended, its children cannot be found any more. */
    void look() {
        for (ProcessHandle process : List.copyOf(known)) {
            process.descendants().forEach(known::add);
        }
        known.addAll(strays.get());
    }

    /** Whoever is forced may just have started another. */
    private void force() {
        long end = System.nanoTime() + FORCED.toNanos();
        for (look(); !left().isEmpty() && System.nanoTime() < end; look()) {
            left().forEach(ProcessHandle::destroyForcibly);
            pause();
        }
    }

    private boolean awaitEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (look(); !left().isEmpty(); look()) {
            while (!left().isEmpty()) {
                if (System.nanoTime() >= end || interrupted) {
                    return false;
                }
                pause();
            }
        }
        return true;
    }

    /** A process that has ended keeps its id until its parent notices; in a container it may take long until somebody notices orphans. */
    private void awaitNotice() {
        long end = System.nanoTime() + NOTICED.toNanos();
        while (known.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            pause();
        }
    }

    /** Looking again is quicker than {@code onExit()}, which looks every 300 ms after a process that is not our child. */
    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    private List<ProcessHandle> left() {
        return known.stream()
                .filter(process -> process.isAlive() && !LinuxProcesses.isZombie(process))
                .toList();
    }
}
