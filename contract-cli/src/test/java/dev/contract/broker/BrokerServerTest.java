package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.access.Account;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.Role;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerServerTest {
    private static final String UNFINISHED =
            "POST /contracts/publish HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";

    private final TestBroker broker = TestBroker.open(ApiSettings.DEFAULT);
    private final BrokerServer server = BrokerServer.start(broker.broker(), "127.0.0.1", 0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
        broker.close();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, publisher)
                .header("Content-Type", "application/json")
                .header("Accept", "application/hal+json")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void links_lead_back_to_the_server() throws Exception {
        JsonValue index = JsonReader.read(send("GET", "/", "").body());

        assertThat(Client.text(index, "_links pb:pacticipants href")).isEqualTo(server.url() + "/pacticipants");
    }

    @Test
    void encoded_slashes_stay_inside_of_a_name() throws Exception {
        assertThat(send("PUT", "/pacticipants/my%20web/branches/feat%2Fx%252F/versions/1+2", "{}")
                        .statusCode())
                .isEqualTo(201);

        assertThat(broker.client().status("/pacticipants/my%20web/branches/feat%2Fx%252F/versions/1%2B2"))
                .isEqualTo(200);
    }

    @Test
    void brackets_need_no_encoding() throws IOException {
        broker.client().publish("web", "1", "orders", "a");

        String answer = raw(
                "GET /matrix?q[][pacticipant]=web&q[][version]=1&latestby=cvpv HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"deployable\":null");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(server.url()).getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Refused by its length alone: a client that sends it all the same would find the connection closed at some point of it. */
    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        String head = String.join(
                "\r\n",
                "POST /pacticipants HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Content-Length: 26214401",
                "Connection: close",
                "",
                "");

        assertThat(raw(head)).startsWith("HTTP/1.1 413 ").contains("\r\nX-Pact-Broker-Version: ");
    }

    @Test
    void a_question_about_too_many_is_refused_in_words() throws IOException {
        String answer = raw("GET /matrix?" + "q[][pacticipant]=web&q[][version]=1&".repeat(700)
                + "latestby=cvpv HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\r\nX-Pact-Broker-Version: ", "{\"errors\":[\"");
    }

    @Test
    void a_long_question_is_answered_and_one_without_an_end_refused() throws IOException {
        broker.client().publish("web", "1", "orders", "a");
        String selector = "q[][pacticipant]=web&q[][version]=1&";
        String rest = "latestby=cvpv HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        assertThat(raw("GET /matrix?" + selector.repeat(200) + rest)).startsWith("HTTP/1.1 200 ");
        assertThat(raw("GET /matrix?" + selector.repeat(1_700) + rest)).startsWith("HTTP/1.1 4");
    }

    @Test
    void clients_that_never_finish_their_requests_keep_nobody_waiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(server.url()).getPort());
                slow.add(socket);
                socket.getOutputStream().write(UNFINISHED.getBytes(StandardCharsets.ISO_8859_1));
            }

            assertThat(send("GET", "/", "").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void large_bodies_arrive_whole_whether_their_length_is_said_or_not() throws Exception {
        String body = "{\"repositoryName\": \"web\", \"more\": \"" + "x".repeat(100_000) + "\"}";
        URI place = URI.create(server.url() + "/pacticipants/web");
        HttpRequest.Builder patch = HttpRequest.newBuilder(place).header("Content-Type", "application/json");

        assertThat(send("PATCH", "/pacticipants/web", body).statusCode()).isEqualTo(201);
        HttpRequest chunked = patch.method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertThat(http.send(chunked, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        HttpRequest asking = patch.method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                .expectContinue(true)
                .build();
        assertThat(http.send(asking, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @Nested
    class Strangers {
        private final TestBroker guarded = TestBroker.open(
                ApiSettings.DEFAULT,
                AccessSettings.LOCAL.withAccounts(
                        List.of(Account.of("ci", "pass", Role.WRITE), Account.of("guest", "look", Role.READ))));
        private final BrokerServer gate = BrokerServer.start(guarded.broker(), "127.0.0.1", 0, new BodyRoom(30_000));
        private final List<Socket> open = new ArrayList<>();

        @AfterEach
        void close() throws IOException {
            for (Socket socket : open) {
                socket.close();
            }
            gate.close();
            guarded.close();
        }

        /** A connection on which so much of a request was sent. */
        private Socket begin(String path, String... headers) throws IOException {
            return beginWith("POST " + path, headers);
        }

        private Socket beginWith(String start, String... headers) throws IOException {
            Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(gate.url()).getPort());
            open.add(socket);
            socket.setSoTimeout(10_000);
            String head = start + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return socket;
        }

        private static String basic(String pair) {
            return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }

        /** What comes before the first empty line; a broker that waits for a body lets this fail. */
        private static String answer(Socket socket) throws IOException {
            StringBuilder head = new StringBuilder();
            InputStream in = socket.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                head.append((char) next);
            }
            return head.toString();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Length: 20000000",
                    "Content-Length: 26214401",
                    "Transfer-Encoding: chunked",
                    "Content-Length: 20000\r\nExpect: 100-continue",
                })
        void are_refused_before_they_send_what_they_announce(String length) throws IOException {
            String answer = answer(begin("/contracts/publish", length));

            assertThat(answer)
                    .startsWith("HTTP/1.1 401 ")
                    .contains("WWW-Authenticate: Basic", "X-Pact-Broker-Version: ", "Connection: close");
        }

        @ParameterizedTest
        @CsvSource({"POST /login, 403", "GET /login, 413", "GET /diagnostic/status/heartbeat, 401"})
        void send_no_large_body_to_what_everybody_may_have(String start, String status) throws IOException {
            assertThat(answer(beginWith(start, "Transfer-Encoding: chunked"))).startsWith("HTTP/1.1 " + status);
        }

        @Test
        void who_may_only_read_sends_no_contract_either() throws IOException {
            assertThat(answer(begin("/contracts/publish", basic("guest:look"), "Content-Length: 20000000")))
                    .startsWith("HTTP/1.1 403 ");
        }

        @Test
        void a_wrong_password_counts_once() throws IOException {
            for (int i = 0; i < 99; i++) {
                answer(begin("/contracts/publish", basic("ci:guess" + i), "Content-Length: 20000"));
            }

            assertThat(answer(begin("/contracts/publish", basic("ci:guess"), "Content-Length: 20000")))
                    .startsWith("HTTP/1.1 401 ");
            assertThat(answer(begin("/contracts/publish", basic("ci:pass"), "Content-Length: 20000")))
                    .startsWith("HTTP/1.1 429 ")
                    .contains("Retry-After: 300");
        }

        @Test
        void what_all_send_together_has_a_bound() throws IOException {
            String[] large = {basic("ci:pass"), "Content-Length: 20000", "Expect: 100-continue"};
            Socket first = begin("/contracts/publish", large);
            assertThat(answer(first)).startsWith("HTTP/1.1 100 ");

            assertThat(answer(begin("/contracts/publish", large)))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 2");
            Socket small = begin("/pacticipants", basic("ci:pass"), "Content-Length: 2");
            small.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer(small)).startsWith("HTTP/1.1 400 ");

            first.close();
            assertThat(answerWhenThereIsRoom(large)).startsWith("HTTP/1.1 100 ");
        }

        /** The server learns a little later that a client is gone. */
        private String answerWhenThereIsRoom(String... headers) throws IOException {
            String answer = "";
            for (int i = 0; i < 1_000 && !answer.startsWith("HTTP/1.1 100 "); i++) {
                answer = answer(begin("/contracts/publish", headers));
            }
            return answer;
        }

        @Test
        void room_is_given_back_with_the_answer() throws IOException {
            for (int i = 0; i < 5; i++) {
                Socket socket =
                        begin("/pacticipants", basic("ci:pass"), "Content-Length: 20000", "Expect: 100-continue");
                assertThat(answer(socket)).startsWith("HTTP/1.1 100 ");
                socket.getOutputStream().write(" ".repeat(20_000).getBytes(StandardCharsets.UTF_8));
                assertThat(answer(socket)).startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Test
    void a_port_that_is_taken_is_told() {
        int port = URI.create(server.url()).getPort();

        assertThatThrownBy(() -> BrokerServer.start(broker.broker(), "127.0.0.1", port))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        BROKER-BIND  the broker cannot listen at 127.0.0.1:%d
                          found  Address already in use
                          mend   stop what uses the port, or choose another one (--port)""".formatted(port));
    }

    @Test
    void other_machines_are_kept_out_unless_it_is_said_that_they_may_come_in() {
        assertThatThrownBy(() -> BrokerServer.start(broker.broker(), "0.0.0.0", 0))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        BROKER-BIND  without accounts, a broker serves its own machine only
                          found  the address 0.0.0.0
                          mend   bind to 127.0.0.1, name an account, or say --insecure-open if everybody who reaches the port may read and write""");
    }
}
