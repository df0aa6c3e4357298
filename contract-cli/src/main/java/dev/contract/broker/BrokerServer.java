package dev.contract.broker;

import dev.contract.broker.access.Door;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.RequestBufferingHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.xnio.Options;

/**
 * A broker's API over HTTP.
 *
 * <p>As long as there are no accounts, only this machine may reach it: another address than a loopback one is refused, unless it is said
 * in so many words that everybody may read and write. Thread-safe.
 */
public final class BrokerServer implements AutoCloseable {
    static final long LARGEST_BODY = 25_000_000;

    private static final int WORKERS = 32;

    /** A question about some hundred versions fits, with the cookies of everybody on the same host. */
    private static final int LONGEST_HEAD = 64 * 1024;

    /** How long a client may pause within a request. */
    private static final int PAUSE_MILLIS = 30_000;

    private static final int BUFFER = 16_384;

    /**
     * How much of a body is awaited before one of the workers is asked, so that slow clients cost memory only. It is below the largest body,
     * because only a worker can refuse what is larger.
     */
    private static final int BUFFERS = (int) (LARGEST_BODY / BUFFER) - 1;

    private static final long PATIENCE_MILLIS = 10_000;

    private final Undertow server;
    private final GracefulShutdownHandler running;
    private final String url;

    private BrokerServer(Undertow server, GracefulShutdownHandler running, String url) {
        this.server = server;
        this.running = running;
        this.url = url;
    }

    /**
     * Starts to serve a broker, which stays the caller's to close.
     *
     * @param host a loopback address, unless the broker has accounts or tokens, or is open to everybody on purpose
     * @param port 0 for any that is free
     * @throws ContractException if the host is not a loopback address where it has to be, or the port is taken
     */
    public static BrokerServer start(Broker broker, String host, int port) {
        return start(
                broker,
                host,
                port,
                new BodyRoom(Math.max(LARGEST_BODY, Runtime.getRuntime().maxMemory() / 4)));
    }

    /** @param room what the bodies of all requests together may take */
    static BrokerServer start(Broker broker, String host, int port, BodyRoom room) {
        if (broker.door().isForThisMachine()) {
            checkLoopback(host);
        }
        BlockingHandler workers = new BlockingHandler(exchange -> answer(exchange, broker.door()));
        BodyGate gate = new BodyGate(broker.door(), room, new RequestBufferingHandler(workers, BUFFERS));
        GracefulShutdownHandler running = new GracefulShutdownHandler(gate);
        Undertow server = Undertow.builder()
                .addHttpListener(port, host)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_BODY)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, LONGEST_HEAD)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, LONGEST_HEAD) // what is too many, the routes say
                .setSocketOption(Options.READ_TIMEOUT, PAUSE_MILLIS)
                .setBufferSize(BUFFER)
                .setWorkerThreads(WORKERS)
                .setHandler(running)
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw cannotListen(host, port, e);
        }
        int bound = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        String name = host.contains(":") ? "[" + host + "]" : host;
        return new BrokerServer(server, running, "http://" + name + ":" + bound);
    }

    private static void answer(HttpServerExchange exchange, Door door) throws IOException {
        try {
            HttpResponse answer = door.answer(Wire.request(exchange), Wire.from(exchange));
            BodyGate.giveBack(exchange);
            Wire.write(exchange, answer);
        } catch (RequestTooBigException e) {
            Wire.write(exchange.setPersistent(false), BodyGate.TOO_LARGE);
        }
    }

    private static void checkLoopback(String host) {
        if (!isLoopback(host)) {
            throw new ContractException(
                    Problem.error("BROKER-BIND", "without accounts, a broker serves its own machine only")
                            .found("the address " + host)
                            .mend(
                                    "bind to 127.0.0.1, name an account, or say --insecure-open if everybody who reaches the port may read and write"));
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static ContractException cannotListen(String host, int port, RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new ContractException(
                Problem.error("BROKER-BIND", "the broker cannot listen at " + host + ":" + port)
                        .found(String.valueOf(cause.getMessage()))
                        .mend("stop what uses the port, or choose another one (--port)"),
                e);
    }

    /** Where it serves, without a slash at the end: {@code http://127.0.0.1:9292}. */
    public String url() {
        return url;
    }

    /** Answers what has been asked already, then stops. */
    @Override
    public void close() {
        running.shutdown();
        try {
            running.awaitShutdown(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }
}
