package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Pace;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * An answer whose head is sent at once and whose body drips; no thread waits for it.
 *
 * @param held takes the connections whose last bytes never come
 */
record Paced(Answer answer, Pace pace, Held held) implements Reply {
    @Override
    public void send(HttpServerExchange exchange) {
        if (!answer.begin(exchange)) {
            exchange.endExchange();
            return;
        }
        exchange.setResponseContentLength(answer.body().length);
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> new Drip(exchange, answer.body()).next());
    }

    /** The body on its way. One thread at a time. */
    private final class Drip implements IoCallback {
        private final HttpServerExchange exchange;
        private final byte[] body;
        private int at;

        Drip(HttpServerExchange exchange, byte[] body) {
            this.exchange = exchange;
            this.body = body;
        }

        void next() {
            int length = Math.min(pace.bytes(), body.length - at);
            if (pace.endless() && at + length == body.length) {
                held.keep(Line.of(exchange));
                return;
            }
            ByteBuffer piece = ByteBuffer.wrap(body, at, length);
            at += length;
            exchange.getResponseSender().send(piece, at == body.length ? IoCallback.END_EXCHANGE : this);
        }

        @Override
        public void onComplete(HttpServerExchange same, Sender sender) {
            exchange.getIoThread().executeAfter(this::next, pace.every().toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void onException(HttpServerExchange same, Sender sender, IOException e) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
