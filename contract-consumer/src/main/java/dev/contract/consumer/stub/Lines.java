package dev.contract.consumer.stub;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * The connections of a stub's clients, by the addresses from which they came. Those on which nothing is sent for too long are ended.
 * Thread-safe.
 */
final class Lines {
    private static final Logger LOG = System.getLogger(Lines.class.getName());
    private static final int LONGEST_END_SECONDS = 10;

    private final Map<SocketAddress, Line> open = new ConcurrentHashMap<>();
    private final AtomicLong silent = new AtomicLong();
    private final long patience;
    private final XnioExecutor.Key rounds;

    /**
     * @param patience how long a client may take for a request
     */
    Lines(Duration patience) {
        this.patience = patience.toNanos();
        this.rounds =
                StubWorker.THREADS.getIoThread().executeAtInterval(this::round, this.patience, TimeUnit.NANOSECONDS);
    }

    void add(Line line) {
        silent.incrementAndGet();
        open.put(line.peer(), line);
        line.whenEnded(() -> forget(line));
    }

    /** Has a request know the connection on which it came. */
    void find(HttpServerExchange exchange) {
        ServerConnection connection = exchange.getConnection();
        if (!Line.isKnown(connection)) {
            Line line = Objects.requireNonNull(open.get(connection.getPeerAddress()));
            if (line.carries(connection)) {
                silent.decrementAndGet();
            }
        }
    }

    /** How many have carried no request, those that have ended included. */
    long silent() {
        return silent.get();
    }

    private void forget(Line line) {
        open.remove(line.peer(), line);
        line.ended();
    }

    private void round() {
        for (Line line : open.values()) {
            if (line.isIdle(patience)) {
                line.close();
            }
            // Listeners tell of the end of a connection, but in older versions of XNIO the last one told is the only
            // one
            if (!line.isOpen()) {
                forget(line);
            }
        }
    }

    /** Ends all, soon; from any thread. */
    void endSoon() {
        open.values().forEach(Line::close);
    }

    /** Ends all: none of them serves anybody after this. Waits for their threads, but when it is called on one of them. */
    void end() {
        if (XnioIoThread.currentThread() != null) {
            endSoon();
            return;
        }
        List<Line> all = List.copyOf(open.values());
        CountDownLatch left = new CountDownLatch(all.size());
        all.forEach(line -> line.close(left::countDown));
        try {
            if (!left.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "{0} connections of a stub have not ended yet", left.getCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For good. */
    void close() {
        rounds.remove();
        end();
    }
}
