package dev.contract.consumer.stub;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.concurrent.TimeUnit;

/** A reply that is sent later; no thread waits for it. */
record Delayed(Reply reply, long nanos) implements Reply {
    @Override
    public void send(HttpServerExchange exchange) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> exchange.getIoThread()
                .executeAfter(() -> sendIfOpen(exchange), nanos, TimeUnit.NANOSECONDS));
    }

    private void sendIfOpen(HttpServerExchange exchange) {
        if (exchange.getConnection().isOpen()) {
            reply.send(exchange);
        }
    }
}
