package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Fault;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Protocols;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A fault in place of an answer.
 *
 * @param answer the one that is damaged, where the fault damages one
 * @param held takes the connections that get no answer
 */
record Broken(Fault fault, Answer answer, Held held) implements Reply {
    private static final Set<Fault> BREAKS_OFF = Set.of(Fault.MALFORMED_CHUNK, Fault.TRUNCATED, Fault.WRONG_LENGTH);

    @Override
    public void send(HttpServerExchange exchange) {
        Line line = Line.of(exchange);
        if (fault == Fault.MALFORMED_JSON) {
            Answer damaged = DamagedAnswer.malformedJson(answer);
            Noted.failed(exchange, fault, damaged);
            damaged.send(exchange);
            return;
        }
        Noted.failed(exchange, fault, null);
        if (isOfFrames(exchange) && BREAKS_OFF.contains(fault)) {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> breakOff(exchange, line));
        } else {
            // What is dispatched, Undertow does not end by itself
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> happen(line));
        }
    }

    /** HTTP/2 has no chunks, and counts bytes by its frames. */
    private static boolean isOfFrames(HttpServerExchange exchange) {
        return exchange.getProtocol().equals(Protocols.HTTP_2_0);
    }

    private void breakOff(HttpServerExchange exchange, Line line) {
        Answer whole = DamagedAnswer.withBody(answer);
        whole.begin(exchange);
        exchange.setResponseContentLength(whole.body().length);
        ByteBuffer half = ByteBuffer.wrap(whole.body(), 0, whole.body().length / 2);
        exchange.getResponseSender().send(half, new IoCallback() {
            @Override
            public void onComplete(HttpServerExchange same, Sender sender) {
                line.close();
            }

            @Override
            public void onException(HttpServerExchange same, Sender sender, IOException e) {
                line.close();
            }
        });
    }

    /** Goes on behind the back of the HTTP server. */
    private void happen(Line line) {
        switch (fault) {
            case RESET -> line.reset();
            case EMPTY -> line.close();
            case TIMEOUT -> held.keep(line);
            case TLS_FAILURE -> line.lastBeneathTls(DamagedAnswer.garbage());
            case GARBAGE -> line.last(DamagedAnswer.garbage());
            case MALFORMED_CHUNK -> line.last(DamagedAnswer.malformedChunk(answer));
            case TRUNCATED -> line.last(DamagedAnswer.truncated(answer));
            case WRONG_LENGTH -> line.last(DamagedAnswer.wrongLength(answer));
            case MALFORMED_JSON -> throw new IllegalStateException("it is a whole answer");
        }
    }
}
