package dev.contract.consumer.stub;

import io.undertow.server.HttpServerExchange;
import java.util.function.Supplier;

/** A reply that a user's code makes, on a thread that may wait. */
record Computed(Supplier<Reply> making) implements Reply {
    @Override
    public void send(HttpServerExchange exchange) {
        exchange.dispatch(StubWorker.THREADS, () -> making.get().send(exchange));
    }
}
