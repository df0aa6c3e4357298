package dev.contract.consumer.remote;

import dev.contract.core.problem.ContractException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Scopes in other processes that tests have not closed yet: they end with this JVM, or nobody else could have their requests. Thread-safe. */
final class Unclosed {
    private static final Logger LOG = System.getLogger(Unclosed.class.getName());

    /** A stub that does not answer must not keep the JVM. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Set<RemoteScope> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Unclosed::end, "contract-scopes"));
    }

    private Unclosed() {}

    static void add(RemoteScope scope) {
        OPEN.add(scope);
    }

    static void remove(RemoteScope scope) {
        OPEN.remove(scope);
    }

    private static void end() {
        Thread closing = new Thread(() -> OPEN.forEach(Unclosed::close), "contract-scopes-closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(RemoteScope scope) {
        try {
            scope.close();
        } catch (ContractException e) {
            LOG.log(Level.DEBUG, "a scope could not be closed: its stub is gone, or has closed it itself", e);
        }
    }
}
