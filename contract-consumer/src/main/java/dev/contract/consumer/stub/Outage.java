package dev.contract.consumer.stub;

/** The time in which a stub refuses connections; it takes them again, at the same address, when this is closed. Thread-safe. */
public final class Outage implements AutoCloseable {
    private final StubServer server;

    Outage(StubServer server) {
        this.server = server;
    }

    /** @throws dev.contract.core.problem.ContractException when somebody else has taken the address meanwhile */
    @Override
    public void close() {
        server.open();
    }
}
