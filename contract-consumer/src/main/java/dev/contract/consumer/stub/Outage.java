package dev.contract.consumer.stub;

/**
 * The time in which a stub refuses connections, or handshakes of TLS; it takes them again, at the same address, when this is closed.
 * Thread-safe.
 */
public final class Outage implements AutoCloseable {
    private final Runnable end;

    Outage(Runnable end) {
        this.end = end;
    }

    /** @throws dev.contract.core.problem.ContractException when somebody else has taken the address meanwhile */
    @Override
    public void close() {
        end.run();
    }
}
