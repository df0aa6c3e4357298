package dev.contract.consumer.stub;

import io.undertow.server.HttpServerExchange;

/** What a client gets for its request. Immutable and thread-safe. */
interface Reply {
    /** Sends it, now or later; called on an I/O thread, and never waits. */
    void send(HttpServerExchange exchange);
}
