package dev.contract.consumer.stub;

import io.undertow.io.Receiver.ErrorCallback;
import io.undertow.io.Receiver.FullBytesCallback;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The body of a request on its way. What is kept is what came, never what a client announces, and all bodies on their way to stubs of this
 * JVM share an eighth of its memory. It comes on the thread of its connection, and may be given up by any.
 */
final class IncomingBody {
    /** Up to this announced length it costs nothing to believe the client. */
    private static final int SMALL = 16 * 1024;

    private static final AtomicLong ROOM = new AtomicLong(Runtime.getRuntime().maxMemory() / 8);

    private final List<byte[]> pieces = new ArrayList<>();
    private int length;

    /** There is no room for another piece. */
    static final class NoRoom extends IOException {
        private static final long serialVersionUID = 1;
    }

    private IncomingBody() {}

    /** Hands over the whole body when it has come, or the reason why it does not. */
    static void receive(HttpServerExchange exchange, FullBytesCallback whole, ErrorCallback failed) {
        long announced = exchange.getRequestContentLength();
        if (announced >= 0 && announced <= SMALL) {
            exchange.getRequestReceiver().receiveFullBytes(whole, failed);
        } else {
            new IncomingBody().collect(exchange, whole, failed);
        }
    }

    private void collect(HttpServerExchange exchange, FullBytesCallback whole, ErrorCallback failed) {
        Line line = Line.of(exchange);
        line.receives(this);
        exchange.addExchangeCompleteListener((over, next) -> {
            line.received(this);
            next.proceed();
        });
        exchange.getRequestReceiver()
                .receivePartialBytes(
                        (same, piece, last) -> {
                            if (!add(piece)) {
                                same.getRequestReceiver().pause();
                                failed.error(same, new NoRoom());
                            } else if (last) {
                                whole.handle(same, joined());
                            }
                        },
                        failed);
    }

    private synchronized boolean add(byte[] piece) {
        if (ROOM.addAndGet(-piece.length) < 0) {
            ROOM.addAndGet(piece.length);
            return false;
        }
        length += piece.length;
        pieces.add(piece);
        return true;
    }

    private synchronized byte[] joined() {
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    /** Gives its room to others. May be called more than once. */
    synchronized void free() {
        ROOM.addAndGet(length);
        length = 0;
        pieces.clear();
    }
}
