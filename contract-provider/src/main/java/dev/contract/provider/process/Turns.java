package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does one thing for every service of a group: for each after those it depends on, for all others side by side. Used once. */
final class Turns {
    /** Whoever is interrupted ends its processes by force, and is given up by the operating system's fault only. */
    private static final long LONGEST_SECONDS = 60;

    private final Dependencies dependencies;
    private final Consumer<String> work;
    private final Map<String, Future<?>> turns = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Turns::thread);

    Turns(Dependencies dependencies, Consumer<String> work) {
        this.dependencies = dependencies;
        this.work = work;
    }

    /**
     * Returns when all is done; when something fails, all that is under way is interrupted and ended first.
     *
     * @throws ContractException the first failure
     */
    void take() {
        CompletionService<Void> ends = new ExecutorCompletionService<>(threads);
        try {
            dependencies.inOrder().forEach(name -> turns.put(name, ends.submit(() -> turn(name))));
            for (int i = 0; i < turns.size(); i++) {
                ends.take().get();
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } finally {
            cancel();
        }
    }

    private Void turn(String name) throws ExecutionException, InterruptedException {
        for (String earlier : dependencies.before().getOrDefault(name, Set.of())) {
            Future<?> turn = turns.get(earlier);
            if (turn != null) {
                turn.get();
            }
        }
        work.accept(name);
        return null;
    }

    /** Whoever waited for the one that failed fails with it. */
    private static ContractException failure(ExecutionException failed) {
        Throwable cause = failed;
        while (cause instanceof ExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException known) {
            throw known;
        }
        return interrupted(cause);
    }

    private static ContractException interrupted(Throwable cause) {
        return new ContractException(
                Problem.error(Site.CODE, "the work on a group of services was interrupted"), cause);
    }

    /** Interrupts what is under way, and returns when it has ended. */
    void cancel() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable turn) {
        Thread thread = new Thread(turn, "contract-service-group");
        thread.setDaemon(true);
        return thread;
    }
}
