package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Fault;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.xnio.IoUtils;
import org.xnio.Options;

/**
 * A fault in place of an answer.
 *
 * @param answer the one that is damaged, where the fault damages one
 * @param held takes the connections that get no answer
 */
record Broken(Fault fault, Answer answer, Held held) implements Reply {
    @Override
    public void send(HttpServerExchange exchange) {
        if (fault == Fault.MALFORMED_JSON) {
            Answer damaged = DamagedAnswer.malformedJson(answer);
            Noted.failed(exchange, fault, damaged);
            damaged.send(exchange);
        } else {
            Noted.failed(exchange, fault, null);
            // What is dispatched, Undertow does not end by itself
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> happen(exchange.getConnection()));
        }
    }

    /** Goes on behind the back of the HTTP server. */
    private void happen(ServerConnection connection) {
        switch (fault) {
            case RESET -> reset(connection);
            case EMPTY -> IoUtils.safeClose(connection);
            case TIMEOUT -> hold(connection);
            case GARBAGE -> LastBytes.send(connection, DamagedAnswer.garbage());
            case MALFORMED_CHUNK -> LastBytes.send(connection, DamagedAnswer.malformedChunk(answer));
            case TRUNCATED -> LastBytes.send(connection, DamagedAnswer.truncated(answer));
            case WRONG_LENGTH -> LastBytes.send(connection, DamagedAnswer.wrongLength(answer));
            case MALFORMED_JSON -> throw new IllegalStateException("it is a whole answer");
        }
    }

    private static void reset(ServerConnection connection) {
        try {
            connection.setOption(Options.CLOSE_ABORT, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            IoUtils.safeClose(connection);
        }
    }

    private void hold(ServerConnection connection) {
        connection.addCloseListener(held::remove);
        held.add(connection);
    }
}
