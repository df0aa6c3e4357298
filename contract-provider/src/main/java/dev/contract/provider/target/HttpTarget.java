package dev.contract.provider.target;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.target.Deadlines.Deadline;
import dev.contract.provider.target.Exchange.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * A service that is reached by HTTP/1.1.
 *
 * <pre>{@code
 * try (HttpTarget target = HttpTarget.at("http://127.0.0.1:8080", ExchangeLimits.DEFAULT)) {
 *     HttpResponse response = target.send(HttpRequest.of("GET", "/users/a%2Fb"));
 * }
 * }</pre>
 *
 * <p>Paths, queries, headers and bodies go out as they are, for any method; redirects are not followed; a compressed response is
 * decompressed, though none is asked for. Connections are kept alive. Nothing is sent twice, but for one case: a kept connection that
 * the service had closed meanwhile is replaced.
 *
 * <p>Thread-safe.
 */
public final class HttpTarget implements Target {
    /** Methods whose request may be sent again after a kept connection broke without a response (RFC 9110, 9.2.2). */
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final ServiceAddress address;
    private final Access access;
    private final Connector connector;
    private final Failure failure;
    private final Deadlines deadlines = new Deadlines();
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private HttpTarget(ServiceAddress address, Access access) {
        this.address = address;
        this.access = access;
        this.connector = new Connector(address, access);
        this.failure = new Failure(address, access.proxy());
    }

    /** As {@link #at(String, Access)}, directly, and trusting those the JVM trusts. */
    public static HttpTarget at(String url, ExchangeLimits limits) {
        return at(url, Access.DEFAULT.withLimits(limits));
    }

    /**
     * The service at a URL; no connection is made yet.
     *
     * @param url scheme {@code http} or {@code https}, host, port if it is not the usual one, and a path that goes in front of every
     *     request's path, if any
     * @throws dev.contract.core.problem.ContractException if it is no such URL, or a file that TLS needs cannot be used
     */
    public static HttpTarget at(String url, Access access) {
        ServiceAddress address = ServiceAddress.parse(url);
        return new HttpTarget(address, access.to(address));
    }

    /** Scheme, host, port and leading path, without a slash at the end. */
    public String url() {
        return address.toString();
    }

    /** Whether the service is reached by {@code https}, but need not prove who it is. */
    public boolean trustsAnybody() {
        return address.secure() && access.tls().trustsAnybody();
    }

    @Override
    public String urlOf(HttpRequest prepared) {
        return address.origin() + Target.pathAndQuery(prepared);
    }

    @Override
    public Optional<List<String>> curlOptions() {
        return Optional.of(access.curlOptions(address.secure()));
    }

    @Override
    public HttpRequest prepared(HttpRequest request) {
        return Target.prepared(request, address.path());
    }

    /** As {@link #sendPrepared}, prepared before, and within the time limit of all exchanges. */
    public HttpResponse send(HttpRequest request) throws ExchangeException {
        return sendPrepared(prepared(request), access.limits().time());
    }

    @Override
    public HttpResponse sendPrepared(HttpRequest prepared, Duration limit) throws ExchangeException {
        checkHead(prepared);
        RawRequest request = connector.request(prepared);
        try (Deadline deadline = deadlines.start(limit)) {
            Connection kept = kept(!REPEATABLE.contains(prepared.method()));
            if (kept != null) {
                try {
                    return exchange(request, kept, deadline);
                } catch (BrokenConnection e) {
                    if (!REPEATABLE.contains(prepared.method())) {
                        throw e.failure;
                    }
                }
            }
            return exchange(request, open(deadline), deadline);
        } catch (BrokenConnection e) {
            throw e.failure;
        }
    }

    private static void checkHead(HttpRequest request) throws ExchangeException {
        if (!Wire.isToken(request.method())) {
            throw new ExchangeException(
                    "nothing was sent: " + Quoted.text(request.method()) + " is not an HTTP method");
        }
        for (String name : request.headers().names()) {
            if (!Wire.isToken(name)) {
                throw new ExchangeException(
                        "nothing was sent: " + Quoted.text(name) + " cannot be the name of a header");
            }
        }
    }

    private @Nullable Connection kept(boolean careful) {
        for (Connection each = idle.poll(); each != null; each = idle.poll()) {
            if (!each.isStale(careful)) {
                return each;
            }
            each.close();
        }
        return null;
    }

    private Connection open(Deadline deadline) throws ExchangeException {
        try {
            return connector.open(deadline);
        } catch (IOException e) {
            throw deadline.isExpired()
                    ? failure.late(Phase.CONNECTING, 0, deadline, e)
                    : failure.of(Phase.CONNECTING, 0, e);
        }
    }

    private HttpResponse exchange(RawRequest request, Connection connection, Deadline deadline)
            throws ExchangeException, BrokenConnection {
        Exchange exchange = new Exchange(connection, access.limits());
        try {
            HttpResponse response = exchange.run(request, deadline);
            deadline.close();
            keep(connection, exchange.isReusable() && !deadline.isExpired());
            return response;
        } catch (IOException | HttpException | ExchangeException e) {
            connection.close();
            throw judged(e, exchange, deadline, connection.isUsed());
        } catch (OutOfMemoryError e) {
            connection.close();
            throw new ExchangeException(
                    "the response is too large for the memory of this JVM: give it more, by -Xmx, or use fewer lanes",
                    e);
        }
    }

    /** The exception to throw; one of its own kind where a kept connection gave no response, perhaps for what was before. */
    private ExchangeException judged(Exception e, Exchange exchange, Deadline deadline, boolean kept)
            throws BrokenConnection {
        if (e instanceof ExchangeException known) {
            return known;
        }
        if (deadline.isExpired()) {
            return failure.late(exchange.phase(), exchange.bodyBytes(), deadline, e);
        }
        ExchangeException broken = e instanceof HttpException garbage
                ? failure.notHttp(garbage)
                : failure.of(exchange.phase(), exchange.bodyBytes(), (IOException) e);
        if (kept && exchange.phase() == Phase.WAITING) {
            throw new BrokenConnection(broken);
        }
        return broken;
    }

    private void keep(Connection connection, boolean reusable) {
        if (!reusable || closed) {
            connection.close();
            return;
        }
        connection.markUsed();
        idle.push(connection);
    }

    /** Closes the connections that are kept; exchanges go on, but none of them keeps its connection any more. */
    @Override
    public void close() {
        closed = true;
        deadlines.close();
        for (Connection each = idle.poll(); each != null; each = idle.poll()) {
            each.close();
        }
    }

    /** A kept connection gave no response. */
    private static final class BrokenConnection extends Exception {
        private static final long serialVersionUID = 1;

        private final ExchangeException failure;

        BrokenConnection(ExchangeException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
