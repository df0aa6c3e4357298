package dev.contract.consumer.answer;

/**
 * A way in which a connection or an answer breaks, on a real socket.
 *
 * <pre>{@code
 * users.uponReceiving("a request for user 42").get("/users/42").willRespondWith(200)
 *         .then(Fault.RESET);
 * }</pre>
 *
 * <p>Faults that damage an answer damage the one that the interaction describes.
 */
public enum Fault implements StubAnswer {
    /** The connection is reset (TCP RST) instead of an answer. */
    RESET,

    /** The connection is closed in order, without a byte of an answer. */
    EMPTY,

    /** Bytes that are no HTTP, then the end of the connection. */
    GARBAGE,

    /** A proper head with {@code Transfer-Encoding: chunked}, then bytes that are no chunk, then the end of the connection. */
    MALFORMED_CHUNK,

    /** The head with the whole {@code Content-Length}, half of the body, then the end of the connection. */
    TRUNCATED,

    /** The whole body behind a {@code Content-Length} that counts half of it, then the end of the connection. */
    WRONG_LENGTH,

    /** The right head and length, and a body that stops in the middle of its JSON. */
    MALFORMED_JSON,

    /** Bytes that are no record of TLS in the middle of its connection, then the end; for stubs that speak TLS. */
    TLS_FAILURE,

    /** No answer, on a connection that stays open until the client, or the test, ends. */
    TIMEOUT;

    @Override
    public String noun() {
        return "a fault";
    }

    @Override
    public String whyNotInContract() {
        return "no provider owes one";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.fault(this);
    }

    /** As users write it. */
    @Override
    public String toString() {
        return "Fault." + name();
    }
}
