package dev.contract.consumer.junit;

import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The stubs that all test classes of a run have together, one for each consumer and provider; they end with the run. Thread-safe. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing but its own interface
final class SharedStubs implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final Map<Roles, StubScope> open = new LinkedHashMap<>();

    /** A part of the stub for one test or class; settings count for the first that asks. */
    synchronized StubScope part(Roles roles, StubSettings settings) {
        return open.computeIfAbsent(roles, each -> StubScope.open(settings)).beside();
    }

    @Override
    public synchronized void close() {
        open.values().forEach(StubScope::close);
        open.clear();
    }
}
