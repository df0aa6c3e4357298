package dev.contract.consumer.stub;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;

/**
 * Requests per second of a stub with 1, 200 and 2,000 interactions, beside its floor: an Undertow handler on the same threads that
 * answers the same bytes to everything, and reads no header and no body but those that HTTP itself needs.
 *
 * <p>16 connections are kept alive; the client shares the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StubBenchmark {
    private static final int CONNECTIONS = 16;
    private static final int EACH = 100;
    private static final String ANSWER = "{\"user_id\":\"user123\",\"exists\":true,\"name\":\"Alice\"}";

    /** How many interactions the stub has; 0 for the bare handler. */
    @Param({"0", "1", "200", "2000"})
    public int interactions;

    /** Each on a path of its own, or all on one path and told apart by their JSON body. */
    @Param({"GET", "POST", "POST_ON_ONE_PATH"})
    public String requests;

    private AutoCloseable server;
    private LoadClient client;

    @Setup(Level.Trial)
    public void start() throws IOException {
        int port = interactions == 0 ? startFloor() : startStub();
        byte[][] asked = new byte[Math.max(1, interactions)][];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = requests.equals("GET") ? LoadClient.get(path(i)) : LoadClient.post(path(i), json(i));
        }
        client = new LoadClient(port, CONNECTIONS, asked);
    }

    private String path(int number) {
        return requests.equals("POST_ON_ONE_PATH") ? "/users" : "/users/user" + number;
    }

    private static String json(int number) {
        return "{\"user_id\":\"user" + number + "\",\"items\":["
                + "{\"sku\":\"A-1\",\"quantity\":2,\"gift\":false},".repeat(20) + "{}]}";
    }

    private int startStub() {
        Expectations expectations = new Expectations(StubSettings.DEFAULT);
        for (int i = 0; i < interactions; i++) {
            Body body = requests.equals("GET") ? Body.MISSING : Body.text(json(i), ContentType.JSON);
            HttpRequest request = HttpRequest.of(requests.equals("GET") ? "GET" : "POST", path(i))
                    .withHeader("Host", "stub")
                    .withBody(body);
            expectations.add(StubServerTest.interaction(
                    request, HttpResponse.of(200).withBody(Body.text(ANSWER, ContentType.JSON))));
        }
        StubServer stub = StubServer.start(expectations, StubSettings.DEFAULT);
        server = stub;
        return stub.port();
    }

    private int startFloor() throws IOException {
        byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
        HttpHandler handler = exchange -> exchange.getRequestReceiver().receiveFullBytes((request, body) -> {
            request.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            request.getResponseSender().send(ByteBuffer.wrap(answer));
        });
        HttpOpenListener listener = new HttpOpenListener(StubWorker.BUFFERS, OptionMap.EMPTY);
        listener.setRootHandler(handler);
        AcceptingChannel<StreamConnection> door = StubWorker.THREADS.createStreamConnectionServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ChannelListeners.openListenerAdapter(listener),
                OptionMap.create(Options.TCP_NODELAY, true));
        door.resumeAccepts();
        server = () -> IoUtils.safeClose(door);
        return door.getLocalAddress(InetSocketAddress.class).getPort();
    }

    @TearDown(Level.Trial)
    public void stop() throws Exception {
        client.close();
        server.close();
    }

    @Benchmark
    @OperationsPerInvocation(CONNECTIONS * EACH)
    public void requests() throws IOException {
        client.run(EACH);
    }
}
