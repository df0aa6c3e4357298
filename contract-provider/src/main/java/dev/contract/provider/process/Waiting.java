package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The wait for all that one start of a service must show, each looked for by a thread of its own. Used once. */
final class Waiting {
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final Duration startLimit;
    private final List<Look> looks = new ArrayList<>();

    /** What did not come within its time. */
    record Late(String obstacle, Duration limit, String mend) {}

    /** @param startLimit for those that have no limit of their own */
    Waiting(Duration startLimit) {
        this.startLimit = startLimit;
    }

    void add(Probe probe, Optional<Duration> limit) {
        looks.add(new Look(probe, limit.orElse(startLimit)));
    }

    /**
     * Returns when all has come or the process has ended; or else with what is late, at the moment at which it is.
     *
     * @throws ContractException if something can never come
     */
    Optional<Late> await(Process process) throws InterruptedException {
        long begin = System.nanoTime();
        looks.forEach(look -> look.thread.start());
        try {
            // While the first in this order has time left, so have all others.
            looks.sort(Comparator.comparing(look -> look.limit));
            for (Look look : looks) {
                if (!look.isOverWithin(look.limit.toNanos() - (System.nanoTime() - begin), process)) {
                    return Optional.of(new Late(look.obstacle, look.limit, look.probe.mend()));
                }
            }
            return Optional.empty();
        } finally {
            looks.forEach(look -> look.thread.interrupt());
        }
    }

    private static final class Look {
        final Probe probe;
        final Duration limit;
        final Thread thread = new Thread(this::look, "contract-service-wait");
        private final CompletableFuture<Void> come = new CompletableFuture<>();
        volatile String obstacle = "the first look has not ended";

        Look(Probe probe, Duration limit) {
            this.probe = probe;
            this.limit = limit;
            thread.setDaemon(true);
        }

        /** Whether it comes, or the process ends. */
        boolean isOverWithin(long nanos, Process process) throws InterruptedException {
            try {
                CompletableFuture.anyOf(process.onExit(), come).get(nanos, TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof ContractException known ? known : new IllegalStateException(e.getCause());
            }
        }

        private void look() {
            try {
                long pause = 5;
                for (String found = probe.obstacle(); found != null; found = probe.obstacle()) {
                    obstacle = found;
                    Thread.sleep(pause);
                    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                }
                come.complete(null);
            } catch (InterruptedException e) {
                // Nobody waits any more.
            } catch (RuntimeException | Error e) {
                come.completeExceptionally(e);
            }
        }
    }
}
