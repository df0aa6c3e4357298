package dev.contract.consumer.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.UnixOperatingSystemMXBean;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.util.Headers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.xnio.ChannelListeners;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;

/**
 * The process of a server that is measured: prints its port, then answers one question a line until its input ends.
 *
 * <p>Its arguments are the load, and how many interactions the stub has; 0 for the bare server: an Undertow
 * handler on threads as the stub's that answers everything alike, and for POST reads the body and parses it to a tree.
 */
final class MeasuredServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] ANSWER = Load.ANSWER.getBytes(UTF_8);
    private static final int LATER_STUBS = 200;

    private MeasuredServer() {}

    public static void main(String[] arguments) throws IOException {
        Load load = Load.valueOf(arguments[0]);
        int interactions = Integer.parseInt(arguments[1]);
        int port = interactions == 0
                ? bare(load)
                : StubServer.start(load.expectations(interactions), StubSettings.DEFAULT)
                        .port();
        System.out.println(port);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            System.out.println(
                    switch (question) {
                        case "later" -> laterStubs();
                        case "thousand" -> thousandStubs();
                        case "left" -> left();
                        default -> throw new IllegalArgumentException(question);
                    });
        }
    }

    private static int bare(Load load) throws IOException {
        HttpHandler parsing = exchange -> exchange.getRequestReceiver().receiveFullBytes((asked, body) -> {
            try {
                JSON.readTree(body);
            } catch (IOException e) {
                asked.setStatusCode(400);
            }
            answer(asked);
        });
        HttpOpenListener listener = new HttpOpenListener(StubWorker.BUFFERS, OptionMap.EMPTY);
        listener.setRootHandler(load == Load.POST ? parsing : MeasuredServer::answer);
        AcceptingChannel<StreamConnection> door = StubWorker.THREADS.createStreamConnectionServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ChannelListeners.openListenerAdapter(listener),
                OptionMap.create(Options.TCP_NODELAY, true));
        door.resumeAccepts();
        return door.getLocalAddress(InetSocketAddress.class).getPort();
    }

    private static void answer(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(ANSWER));
    }

    private static String laterStubs() throws IOException {
        double[] millis = new double[LATER_STUBS];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            askOnce();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return "%.1f ms; %.1f ms".formatted(millis[millis.length / 2], millis[millis.length - 1]);
    }

    private static String thousandStubs() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            askOnce();
        }
        return "done";
    }

    private static void askOnce() throws IOException {
        try (StubServer stub = StubServer.start(Load.GET.expectations(1), StubSettings.DEFAULT);
                Wire wire = new Wire(stub.port())) {
            wire.send(Load.GET.request(0));
            if (wire.receive().status() != 200) {
                throw new IOException("the stub did not answer as it was told to");
            }
        }
    }

    private static String left() {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return "%d threads, %d files, %.1f MB"
                .formatted(
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                                .getOpenFileDescriptorCount(),
                        heap / 1e6);
    }
}
