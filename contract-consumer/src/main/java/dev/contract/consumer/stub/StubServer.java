package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;

/**
 * The HTTP side of a stub: reads requests, has them answered by a {@link StubSite}, and writes the answers, all on the I/O thread.
 *
 * <p>HTTP/1.1 with keep-alive, and HTTP/2 if asked to; in clear text or by TLS. Starting takes about a millisecond once the first one has started. Thread-safe.
 */
public final class StubServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(StubServer.class.getName());
    private static final byte[] NOTHING = new byte[0];

    /** So many connections may wait to be taken. */
    private static final int BACKLOG = 1_024;

    private final StubSettings settings;
    private final Lines lines;
    private final Reception reception;
    private final int port;
    private final String url;
    private AcceptingChannel<StreamConnection> door;
    private volatile StubSite site;
    private volatile boolean closed;

    private StubServer(StubSite site, StubSettings settings) throws IOException {
        this.site = site;
        this.settings = settings;
        this.door = listen(settings.port());
        this.lines = new Lines(settings.patience());
        this.reception = new Reception(settings, lines, this::handle);
        this.port = door.getLocalAddress(InetSocketAddress.class).getPort();
        this.url = (settings.tls() == null ? "http://" : "https://") + host(settings.host()) + ":" + port;
    }

    private AcceptingChannel<StreamConnection> listen(int at) throws IOException {
        return StubWorker.THREADS.createStreamConnectionServer(
                new InetSocketAddress(settings.host(), at),
                this::accept,
                OptionMap.builder()
                        .set(Options.TCP_NODELAY, true)
                        .set(Options.REUSE_ADDRESSES, true)
                        .set(Options.BACKLOG, BACKLOG)
                        .getMap());
    }

    /** As it stands in a URL: colons of an address must not be taken for that of the port. */
    private static String host(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    /**
     * Starts a server; it listens when this returns.
     *
     * @throws ContractException when the address cannot be listened on
     */
    public static StubServer start(Expectations expectations, StubSettings settings) {
        return start(StubSite.of(expectations), settings);
    }

    /**
     * Starts a server with more than one thing to serve; it listens when this returns.
     *
     * @throws ContractException when the address cannot be listened on
     */
    public static StubServer start(StubSite site, StubSettings settings) {
        try {
            StubServer server = new StubServer(site, settings);
            server.door.resumeAccepts();
            return server;
        } catch (IOException e) {
            throw cannotListen(settings.host() + ":" + settings.port(), e);
        }
    }

    private static ContractException cannotListen(String address, IOException reason) {
        return new ContractException(
                Problem.error("CONTRACT-PORT", "the stub cannot listen on " + address)
                        .found(String.valueOf(reason.getMessage()))
                        .mend("choose another port, or 0 for any free one"),
                reason);
    }

    /** Refuses connections, and ends those that there are. */
    synchronized void refuse() {
        IoUtils.safeClose(door);
        lines.end();
    }

    /**
     * Takes connections again, at the same address.
     *
     * @throws ContractException when somebody else has taken it
     */
    synchronized void open() {
        if (closed || door.isOpen()) {
            return;
        }
        try {
            door = listen(port);
            door.resumeAccepts();
        } catch (IOException e) {
            throw cannotListen(settings.host() + ":" + port, e);
        }
    }

    /** Has handshakes fail, and ends the connections that there are; or has handshakes succeed again. */
    void refuseHandshakes(boolean refuse) {
        reception.refuseHandshakes(refuse);
        lines.end();
    }

    /** How many connections came and have brought no request. */
    long silentConnections() {
        return lines.silent();
    }

    /** Ends the connections that there are. */
    void endConnections() {
        lines.end();
    }

    /** Where clients reach it, without a slash at the end: {@code http://127.0.0.1:40123}. */
    public String url() {
        return url;
    }

    public int port() {
        return port;
    }

    /** Has requests answered by these expectations from now on. */
    public void use(Expectations others) {
        use(StubSite.of(others));
    }

    /** Has requests answered by this site from now on. */
    public void use(StubSite other) {
        site = Objects.requireNonNull(other);
    }

    private void accept(AcceptingChannel<StreamConnection> channel) {
        try {
            StreamConnection connection = channel.accept();
            if (connection != null) {
                reception.take(connection);
            }
            if (!channel.isOpen()) {
                lines.endSoon();
            }
        } catch (ClosedChannelException e) {
            LOG.log(Level.DEBUG, "a client came while the stub was being closed");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the stub could not take a connection", e);
        }
    }

    private void handle(HttpServerExchange exchange) {
        lines.find(exchange);
        if (exchange.isRequestComplete()) {
            answer(exchange, NOTHING);
        } else {
            IncomingBody.receive(exchange, this::answer, this::refuse);
        }
    }

    private void answer(HttpServerExchange exchange, byte[] bytes) {
        Line.of(exchange).answers(exchange);
        HttpRequest request = Requests.read(exchange);
        Reply answer;
        try {
            byte[] body = ContentCoding.decoded(bytes, request.headers(), settings.longestBody());
            answer = site.answer(Requests.withBody(request, body), url);
        } catch (IOException e) {
            answer = refusal(request, e);
        } catch (RuntimeException | StackOverflowError e) {
            answer = site.unreadable(request, Refusal.of(500, "This is a fault in contract, please report it: " + e));
        }
        answer.send(exchange);
    }

    private void refuse(HttpServerExchange exchange, IOException reason) {
        refusal(Requests.read(exchange), reason).send(exchange);
    }

    private Answer refusal(HttpRequest request, IOException reason) {
        boolean tooLong = reason instanceof ContentCoding.TooLong || reason instanceof RequestTooBigException;
        Answer refusal;
        if (tooLong) {
            refusal = Refusal.of(
                    413, "The body is longer than the " + settings.longestBody() + " bytes that this stub takes");
        } else if (reason instanceof IncomingBody.NoRoom) {
            refusal = Refusal.of(
                    503,
                    "The bodies that come at the same time are more than this JVM has memory for; give it more by -Xmx");
        } else {
            refusal = Refusal.of(400, "The body cannot be read: " + reason.getMessage());
        }
        return site.unreadable(request, refusal);
    }

    /** Stops listening and ends all connections. */
    @Override
    public synchronized void close() {
        closed = true;
        IoUtils.safeClose(door);
        lines.close();
    }
}
