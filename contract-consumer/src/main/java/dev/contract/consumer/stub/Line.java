package dev.contract.consumer.stub;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.conduits.StreamSinkConduit;

/**
 * A connection of a client, whatever is spoken on it: TLS or not, HTTP/1.1 or HTTP/2.
 *
 * <p>It waits for the client, or the client for it. Thread-safe.
 */
final class Line implements ExchangeCompletionListener, Closeable {
    private static final AttachmentKey<Line> KEY = AttachmentKey.create(Line.class);

    private final StreamConnection bare;
    private final StreamConnection spoken;
    private final StreamSinkConduit bareSink;
    private final StreamSinkConduit spokenSink;
    private final AtomicInteger answering = new AtomicInteger();
    private final AtomicBoolean carriesAny = new AtomicBoolean();
    private final Set<IncomingBody> incoming = ConcurrentHashMap.newKeySet();
    private volatile long waitingSince = System.nanoTime();

    /**
     * @param bare as it was accepted
     * @param spoken the same, or TLS over it
     */
    Line(StreamConnection bare, StreamSinkConduit bareSink, StreamConnection spoken) {
        this.bare = bare;
        this.spoken = spoken;
        this.bareSink = bareSink;
        this.spokenSink = spoken.getSinkChannel().getConduit();
    }

    /** The connection on which a request came. */
    static Line of(HttpServerExchange exchange) {
        return Objects.requireNonNull(exchange.getConnection().getAttachment(KEY));
    }

    /** Whether a connection of the server knows that it is one of these. */
    static boolean isKnown(ServerConnection connection) {
        return connection.getAttachment(KEY) != null;
    }

    /**
     * Is from now on what the requests of this connection come on.
     *
     * @return whether it is the first: of HTTP/2, each stream is one
     */
    boolean carries(ServerConnection connection) {
        connection.putAttachment(KEY, this);
        return !carriesAny.getAndSet(true);
    }

    SocketAddress peer() {
        return bare.getPeerAddress();
    }

    /** From now until the exchange is over, the client waits. */
    void answers(HttpServerExchange exchange) {
        answering.incrementAndGet();
        exchange.addExchangeCompleteListener(this);
    }

    @Override
    public void exchangeEvent(HttpServerExchange exchange, NextListener next) {
        waitingSince = System.nanoTime();
        answering.decrementAndGet();
        next.proceed();
    }

    /** A body is on its way. */
    void receives(IncomingBody body) {
        incoming.add(body);
    }

    /** It is no longer. */
    void received(IncomingBody body) {
        incoming.remove(body);
        body.free();
    }

    /** What was on its way will not arrive. */
    void ended() {
        incoming.forEach(IncomingBody::free);
        incoming.clear();
    }

    boolean isOpen() {
        return bare.isOpen();
    }

    /** Whether the client has kept the stub waiting for longer than this. */
    boolean isIdle(long nanos) {
        return answering.get() == 0 && System.nanoTime() - waitingSince > nanos;
    }

    /** Tells when it has ended. */
    void whenEnded(Runnable told) {
        spoken.setCloseListener(closed -> told.run());
    }

    /** Ends it in order, soon: only its own thread may touch it. */
    @Override
    public void close() {
        close(() -> {});
    }

    /** The same, and tells when that is done. */
    void close(Runnable done) {
        spoken.getIoThread().execute(() -> {
            IoUtils.safeClose(spoken, bare);
            done.run();
        });
    }

    /** Ends it by a reset, past TLS: an orderly end of that must not come first. On its own thread. */
    void reset() {
        try {
            bare.setOption(Options.CLOSE_ABORT, true);
        } catch (IOException e) {
            // it has ended already
        }
        IoUtils.safeClose(bare, spoken);
    }

    /** Sends these bytes, in TLS if that is spoken, and ends it. On its own thread. */
    void last(byte[] bytes) {
        LastBytes.send(this, spoken, spokenSink, bytes);
    }

    /** Sends these bytes beneath TLS, and ends it. On its own thread. */
    void lastBeneathTls(byte[] bytes) {
        LastBytes.send(this, bare, bareSink, bytes);
    }
}
