package dev.contract.consumer.junit;

import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The stubs that all test classes of a run have together, one for each consumer and provider; they end with the run. Thread-safe. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing but its own interface
final class SharedStubs implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final Map<Roles, Open> open = new LinkedHashMap<>();

    private record Open(StubScope scope, Optional<Served> served) {}

    /**
     * A part of the stub for one test or class.
     *
     * @param served what the class says of how it is served
     * @param settings the same as settings; those of the first that asks count
     * @throws ContractException when another class has said something else
     */
    synchronized StubScope part(Roles roles, Optional<Served> served, StubSettings settings) {
        Open shared = open.computeIfAbsent(roles, each -> new Open(StubScope.open(settings), served));
        if (!shared.served().equals(served)) {
            throw new ContractException(Problem.error(
                            "CONTRACT-SERVED",
                            "the stub of " + Quoted.text(roles.provider())
                                    + " that all classes share is asked to serve in two ways")
                    .mend("say the same @Served beside every @Shared"));
        }
        return shared.scope().beside();
    }

    @Override
    public synchronized void close() {
        open.values().forEach(each -> each.scope().close());
        open.clear();
    }
}
