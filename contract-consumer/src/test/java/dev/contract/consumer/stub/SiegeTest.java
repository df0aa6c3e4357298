package dev.contract.consumer.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.stub.Besieged.Belongings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stub in a JVM of 96 MB, under attack. Meanwhile it answers others; if its memory did not suffice, the JVM would end, and with it every
 * test.
 *
 * <p>More of everything: {@code -Dsiege.connections=10000 -Dsiege.stubs=1000 -Dsiege.requests=1000000}.
 */
class SiegeTest {
    private static final int CONNECTIONS = Integer.getInteger("siege.connections", 400);
    private static final int STUBS = Integer.getInteger("siege.stubs", 20);
    private static final int REQUESTS = Integer.getInteger("siege.requests", 20_000);
    private static final int PATIENCE_MILLIS = Math.max(500, CONNECTIONS / 2);

    @TempDir
    static Path folder;

    private static Besieged besieged;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        besieged = Besieged.start(folder);
        port = open("http");
    }

    @AfterAll
    static void stop() throws IOException {
        besieged.close();
    }

    private static int open(String scheme) throws IOException {
        return Integer.parseInt(besieged.ask("stub " + scheme + " " + PATIENCE_MILLIS));
    }

    /** The least that it comes to within a second. */
    private static Belongings belongings() throws IOException {
        return Belongings.of(besieged.ask("belongings 0 0 1000"));
    }

    private static Belongings belongingsNow() throws IOException {
        return Belongings.of(besieged.ask("belongings 0 0 0"));
    }

    /** As soon as there are no more threads and descriptors than these; after some seconds it gives what there is. */
    private static Belongings belongingsOnceAt(int threads, long descriptors) throws IOException {
        return Belongings.of(besieged.ask("belongings " + threads + " " + descriptors + " 10000"));
    }

    /** As somebody does who means no harm. */
    private static void answersOthers() throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send(LoadClient.get("/users/1"));

            assertThat(wire.receive().body()).isEqualTo("Alice");
        }
    }

    @Nested
    class Attackers {
        private final List<Wire> wires = new ArrayList<>();

        private List<Wire> many(int number, int at) throws IOException {
            for (int i = 0; i < number; i++) {
                wires.add(new Wire(at));
            }
            return wires;
        }

        private void areAllEnded() throws IOException {
            for (Wire wire : wires) {
                wire.untilItEnds();
                wire.close();
            }
            wires.clear();
        }

        @ParameterizedTest
        @ValueSource(strings = {"http", "https"})
        void may_come_in_crowds_and_say_nothing(String scheme, TestReporter reporter) throws IOException {
            Belongings before = belongings();
            many(CONNECTIONS, scheme.equals("http") ? port : open(scheme));

            answersOthers();
            Belongings meanwhile = belongingsNow();
            areAllEnded();

            Belongings after = belongingsOnceAt(before.threads() + 16, before.descriptors() + 4);
            reporter.publishEntry(
                    CONNECTIONS + " connections by " + scheme,
                    before + " before, " + meanwhile + " meanwhile, " + after + " after");
            assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors() + 4);
            assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 16);
        }

        @Test
        void may_say_half_of_something() throws IOException {
            for (Wire wire : many(CONNECTIONS, port)) {
                wire.send("POST /users/1 HTTP/1.1\r\nHost: stub\r\nContent-Length: 1000000\r\n\r\nhello");
            }

            answersOthers();
            areAllEnded();
        }

        @Test
        void may_send_heads_of_a_megabyte() throws IOException {
            byte[] head = ("GET / HTTP/1.1\r\nHost: stub\r\nX-Long: " + "x".repeat(1 << 20))
                    .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 50; i++) {
                try (Wire wire = new Wire(port)) {
                    sendAsMuchAsIsTaken(wire, head);
                    wire.untilItEnds();
                }
            }

            answersOthers();
        }

        private void sendAsMuchAsIsTaken(Wire wire, byte[] bytes) {
            try {
                wire.send(bytes);
            } catch (IOException e) {
                // it was enough
            }
        }

        @Test
        void may_send_bodies_without_end() throws Exception {
            ExecutorService attackers = Executors.newFixedThreadPool(32);
            List<Future<?>> attacks = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                attacks.add(attackers.submit(() -> sendForEver()));
            }
            answersOthers();
            for (Future<?> attack : attacks) {
                attack.get(60, TimeUnit.SECONDS);
            }
            attackers.shutdown();

            answersOthers();
        }

        private void sendForEver() {
            byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try (Wire wire = new Wire(port)) {
                wire.send("POST /users/1 HTTP/1.1\r\nHost: stub\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (true) {
                    wire.send(chunk);
                }
            } catch (IOException e) {
                // that is how it must end
            }
        }

        @Test
        void may_talk_nonsense() throws IOException {
            Random random = new Random(7);
            for (int i = 0; i < 200; i++) {
                byte[] nonsense = new byte[1 + random.nextInt(2_000)];
                random.nextBytes(nonsense);
                try (Wire wire = new Wire(port)) {
                    wire.send(i % 2 == 0 ? nonsense : "GET /".getBytes(StandardCharsets.US_ASCII));
                    sendAsMuchAsIsTaken(wire, nonsense);
                }
            }

            answersOthers();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /users/1 HTTP/1.1\r\nX-Slow: ",
                    "POST /users/1 HTTP/1.1\r\nHost: stub\r\nContent-Length: 1000000\r\n\r\n",
                    "POST /users/1 HTTP/1.1\r\nHost: stub\r\nContent-Length: 1000\r\n\r\n"
                })
        void may_talk_slowly(String beginning) throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(20);
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));

                while (isListenedTo(socket)) {
                    answersOthers();
                }
            }
        }

        /** Says one thing more, and waits a moment for an answer. */
        private boolean isListenedTo(Socket socket) {
            try {
                socket.getOutputStream().write('x');
                return socket.getInputStream().read() >= 0;
            } catch (SocketTimeoutException e) {
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }

    @Nested
    class Nothing {
        @Test
        void is_left_behind_by_stubs_that_have_ended(TestReporter reporter) throws IOException {
            besieged.ask("stubs 10");
            Belongings before = belongings();

            besieged.ask("stubs " + STUBS);

            Belongings after = belongingsOnceAt(before.threads(), before.descriptors());
            reporter.publishEntry(STUBS + " stubs", before + " before, " + after + " after");
            assertThat(after.threads()).isLessThanOrEqualTo(before.threads());
            assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors());
            assertThat(after.files()).isEqualTo(before.files());
            assertThat(after.megabytes()).isLessThan(before.megabytes() + 4);
        }

        @Test
        void is_left_behind_by_requests(TestReporter reporter) throws IOException {
            besieged.ask("requests " + port + " 5000");
            Belongings before = belongings();

            besieged.ask("requests " + port + " " + REQUESTS);

            Belongings after = belongingsOnceAt(before.threads(), before.descriptors());
            reporter.publishEntry(REQUESTS + " requests", before + " before, " + after + " after");
            assertThat(after.threads()).isLessThanOrEqualTo(before.threads());
            assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors());
            assertThat(after.megabytes()).isLessThan(before.megabytes() + 4);
        }
    }
}
