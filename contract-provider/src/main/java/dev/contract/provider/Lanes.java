package dev.contract.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks side by side, each lane taking the next one that nobody has taken. */
final class Lanes {
    private Lanes() {}

    /** Returns when all have run; the calling thread is one of the lanes. */
    static void run(int lanes, List<? extends FutureTask<?>> tasks) {
        AtomicInteger next = new AtomicInteger();
        Runnable lane = () -> {
            for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                tasks.get(i).run();
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(lanes, tasks.size()); i++) {
            Thread thread = new Thread(lane, "contract-lane-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        lane.run();
        others.forEach(Lanes::join);
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a task that has run returned; what it threw is thrown. */
    static <T> T done(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an interaction was replayed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
