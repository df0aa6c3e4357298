package dev.contract.consumer.stub;

import dev.contract.consumer.tls.StubTls;
import dev.contract.core.problem.ContractException;
import org.jspecify.annotations.Nullable;

/**
 * The time for which a stub's expectations hold: a test, or a class of tests.
 *
 * <p>The server starts when its address is first asked for. A narrower scope answers at the same address until it is closed, and
 * judges only what came in that time. Thread-safe.
 */
public final class StubScope implements AutoCloseable {
    private final StubSettings settings;
    private final Expectations expectations;
    private final @Nullable StubScope wider;
    private final boolean takesOver;
    private final long silentBefore;
    private final long latestBefore;
    private @Nullable StubServer server;

    private StubScope(StubSettings settings, Expectations expectations, @Nullable StubScope wider, boolean takesOver) {
        this.settings = settings;
        this.expectations = expectations;
        this.wider = wider;
        this.takesOver = takesOver;
        this.silentBefore = silentConnections();
        this.latestBefore = expectations.latestNumber();
    }

    /** A scope with an address of its own. */
    public static StubScope open(StubSettings settings) {
        return new StubScope(settings, new Expectations(settings), null, false);
    }

    /** A scope at the address of this one, which steps back until the new one is closed. */
    public StubScope narrow() {
        StubScope narrower = new StubScope(settings, expectations.narrower(), this, true);
        server().use(narrower.expectations);
        return narrower;
    }

    /** A scope at the address of this one that is asked by its own {@linkplain Expectations#scope requests} alone, beside others of its kind. */
    public StubScope beside() {
        return new StubScope(settings, expectations.narrower(), this, false);
    }

    public Expectations expectations() {
        return expectations;
    }

    /** Where clients reach the stub, without a slash at the end: {@code http://127.0.0.1:40123}. */
    public String url() {
        return server().url();
    }

    public int port() {
        return server().port();
    }

    /** Refuses connections until the outage is closed. */
    public Outage down() {
        StubServer server = server();
        server.refuse();
        return new Outage(server::open);
    }

    /**
     * Lets handshakes of TLS fail until the outage is closed.
     *
     * @throws ContractException when the stub speaks no TLS
     */
    public Outage failingHandshakes() {
        if (settings.tls() == null) {
            throw new ContractException(NoTls.problem("failingHandshakes()"));
        }
        StubServer server = server();
        server.refuseHandshakes(true);
        return new Outage(() -> server.refuseHandshakes(false));
    }

    /**
     * How the stub appears by TLS.
     *
     * @throws ContractException when it speaks none
     */
    public StubTls tls() {
        StubTls tls = settings.tls();
        if (tls == null) {
            throw new ContractException(NoTls.problem("tls()"));
        }
        return tls;
    }

    /** Whether the stub speaks TLS. */
    public boolean speaksTls() {
        return settings.tls() != null;
    }

    /** Whether nobody else uses the server at the same time. */
    public boolean isAlone() {
        return wider == null || takesOver;
    }

    /** The requests of no scope that came in this time, where others share the server; none for who has it alone. */
    public Strays strays() {
        return isAlone() ? Strays.NONE : expectations.strays(latestBefore);
    }

    /** How things stand now. */
    public Verdict verdict() {
        return expectations.verdict().withSilence(silence());
    }

    /** What may keep requests from coming; null where no connection came in vain. */
    private @Nullable String silence() {
        long silent = silentConnections() - silentBefore;
        if (silent <= 0) {
            return null;
        }
        return (silent == 1 ? "a connection" : silent + " connections") + " without a request: "
                + (speaksTls()
                        ? "so do clients end that do not trust users.tls(), or speak no https://"
                        : "so do clients end that speak https://, which the stub does not unless @Served(https = true) is said");
    }

    private long silentConnections() {
        return wider == null ? ownSilentConnections() : wider.silentConnections();
    }

    private synchronized long ownSilentConnections() {
        return server == null ? 0 : server.silentConnections();
    }

    /** Ends the connections that there are. */
    public void endConnections() {
        server().endConnections();
    }

    private StubServer server() {
        return wider == null ? ownServer() : wider.server();
    }

    private synchronized StubServer ownServer() {
        if (server == null) {
            server = StubServer.start(expectations, settings);
        }
        return server;
    }

    /** Hands the address back to the wider scope; the outermost scope stops the server. */
    @Override
    public void close() {
        expectations.release();
        if (wider == null) {
            stop();
        } else if (takesOver) {
            wider.server().use(wider.expectations);
        }
    }

    private synchronized void stop() {
        if (server != null) {
            server.close();
        }
    }
}
