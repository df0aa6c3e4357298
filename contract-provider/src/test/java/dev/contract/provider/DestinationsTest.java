package dev.contract.provider;

import static dev.contract.provider.ContractFiles.get;
import static dev.contract.provider.ContractFiles.getGiven;
import static dev.contract.provider.ContractFiles.interaction;
import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.Problem;
import dev.contract.provider.message.Message;
import dev.contract.provider.report.ConsoleReport;
import dev.contract.provider.report.JsonReport;
import dev.contract.provider.target.RawService;
import dev.contract.provider.tls.TestKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the requests of a verification go, and how they get there. */
@Timeout(60)
class DestinationsTest {
    private static final String USER = "{\"id\": 1, \"name\": \"Alice\"}";
    private static final HttpResponse ALICE = HttpResponse.of(200).withBody(Body.text(USER, ContentType.JSON));

    @TempDir
    private Path directory;

    private ContractFiles contracts;
    private final TestService service = new TestService();

    @BeforeEach
    void openFolder() {
        contracts = new ContractFiles(directory);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Verifier verifier() {
        return Verifier.of("user-service").contractsFrom(directory(directory));
    }

    private String text(VerificationResult result) {
        return ConsoleReport.text(result)
                .replace(directory.toString(), "contracts")
                .replace(service.url(), "http://service")
                .replaceAll("DestinationsTest\\.java:\\d+", "DestinationsTest.java:LINE");
    }

    /** The one block about a failure. */
    private String block(VerificationResult result) {
        return text(result).replaceFirst("(?s).*?\n\n", "");
    }

    /** Over HTTP, with a transport of its own. */
    private static String over(String transport, String description, String path) {
        return interaction(
                description,
                "\"transport\": \"%s\", ".formatted(transport),
                "{\"method\": \"GET\", \"path\": \"%s\"}".formatted(path),
                USER,
                "");
    }

    @Nested
    class AFunction {
        @Test
        void is_verified_without_a_socket() {
            contracts.contract("web", get("user 1", "/users/1", USER));

            VerificationResult result = verifier()
                    .handledBy(request -> request.path().equals("/users/1") ? ALICE : HttpResponse.of(404))
                    .verify();

            assertThat(text(result)).isEqualTo("ok      web → user-service  1 interaction");
        }

        @Test
        void that_answers_otherwise_fails_in_a_block_without_a_line_for_curl() {
            contracts.contract("web", get("user 1", "/users/1", USER));

            VerificationResult result = verifier()
                    .handledBy(request -> HttpResponse.of(200)
                            .withBody(Body.text("{\"id\": 1, \"full_name\": \"Alice\"}", ContentType.JSON)))
                    .verify();

            assertThat(block(result)).isEqualTo("""
                    FAILED  web → user-service: user 1
                      where   contracts/web.json:3:1
                      body    $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
                      replay  add .only("user 1") to the Verifier""");
            assertThat(result.interactions()
                            .findFirst()
                            .orElseThrow()
                            .exchange()
                            .orElseThrow()
                            .request())
                    .isEqualTo("GET /users/1");
            assertThat(JsonReport.text(result)).contains("\"curl\": null");
        }

        @Test
        void that_throws_is_an_error_of_its_interaction_alone() {
            contracts.contract("web", get("user 1", "/users/1", USER), get("user 2", "/users/2", USER));

            VerificationResult result = verifier()
                    .handledBy(request -> {
                        if (request.path().equals("/users/2")) {
                            throw new IllegalStateException("no database");
                        }
                        return ALICE;
                    })
                    .verify();

            assertThat(block(result)).isEqualTo("""
                    ERROR  web → user-service: user 2
                      where   contracts/web.json:4:1
                      wanted  status 200 for GET /users/2
                      error   the handler threw IllegalStateException: no database (DestinationsTest.java:LINE)
                      replay  add .only("user 2") to the Verifier""");
        }

        @Test
        void that_hangs_ends_at_its_time_limit() {
            contracts.contract("web", get("user 1", "/users/1", USER));
            CountDownLatch never = new CountDownLatch(1);

            VerificationResult result = verifier()
                    .timeLimit(Duration.ofMillis(200))
                    .handledBy(request -> {
                        never.await();
                        return ALICE;
                    })
                    .verify();

            assertThat(block(result)).isEqualTo("""
                    ERROR  web → user-service: user 1
                      where   contracts/web.json:3:1
                      wanted  status 200 for GET /users/1
                      error   no response within the time limit of 200 ms; the handler was at DestinationsTest.java:LINE
                      replay  add .only("user 1") to the Verifier""");
        }

        @Test
        void is_called_between_the_handlers_of_a_state_and_on_their_thread() {
            contracts.contract("web", getGiven("user 1 exists", "user 1", "/users/1", USER));
            List<String> calls = new ArrayList<>();
            ThreadLocal<String> transaction = new ThreadLocal<>();

            VerificationResult result = verifier()
                    .state("user {id} exists", state -> transaction.set(state.string("id")))
                    .teardown("user {id} exists", state -> calls.add("teardown"))
                    .handledBy(request -> {
                        calls.add("user " + transaction.get());
                        return ALICE;
                    })
                    .verify();

            assertThat(result.success()).isTrue();
            assertThat(calls).containsExactly("user 1", "teardown");
        }

        @Test
        void has_no_path_for_states_below_it() {
            contracts.contract("web", getGiven("user 1 exists", "user 1", "/users/1", USER));

            assertThatThrownBy(() -> verifier()
                            .handledBy(request -> ALICE)
                            .stateUrl("/states")
                            .verify())
                    .hasMessage("""
                            CONTRACT-URL  the verifier does not know where the provider runs
                              mend  add .at("http://127.0.0.1:8080"), with the address of the service""");
        }
    }

    @Nested
    class SeveralTransports {
        @Test
        void each_interaction_goes_to_the_address_of_its_transport() {
            contracts.contract(
                    "web",
                    get("user 1", "/users/1", USER),
                    over("http", "user 2", "/users/2"),
                    over("admin", "user 3", "/users/3"));
            service.on("GET /users/1", 200, USER).on("GET /users/2", 200, USER);
            try (TestService admin = new TestService().on("GET /users/3", 200, USER)) {
                VerificationResult result =
                        verifier().at(service.url()).at("admin", admin.url()).verify();

                assertThat(text(result)).isEqualTo("ok      web → user-service  3 interactions");
                assertThat(admin.asked()).hasSize(1);
            }
        }

        @Test
        void one_may_be_a_function_and_another_a_message() {
            String message =
                    "{\"type\": \"Asynchronous/Messages\", \"description\": \"an event\", \"contents\": {\"contentType\": \"application/json\", \"content\": {\"id\": 1}}}";
            contracts.contract("web", get("user 1", "/users/1", USER), over("admin", "user 3", "/users/3"), message);
            service.on("GET /users/1", 200, USER);

            VerificationResult result = verifier()
                    .at(service.url())
                    .handledBy("admin", request -> ALICE)
                    .message("an event", () -> Message.json("{\"id\": 1}"))
                    .verify();

            assertThat(text(result)).isEqualTo("ok      web → user-service  3 interactions");
        }

        @Test
        void one_without_an_address_is_told_before_anything_is_sent() {
            contracts.contract("web", get("user 1", "/users/1", USER), over("admn", "user 3", "/users/3"));

            assertThatThrownBy(() -> verifier()
                            .at(service.url())
                            .at("admin", "http://127.0.0.1:1")
                            .verify())
                    .hasMessage("""
                            CONTRACT-URL  the verifier does not know where transport "admn" of the provider is
                              where  %s/web.json:4:1, interaction "user 3"
                              found  transports "admin"
                              mend   add .at("admn", "http://…"), --transport admn=http://…""".formatted(directory));
            assertThat(service.asked()).isEmpty();
        }

        @Test
        void one_address_alone_is_for_all() {
            contracts.contract("web", over("admin", "user 3", "/users/3"));
            service.on("GET /users/3", 200, USER);

            assertThat(verifier().at(service.url()).verify().success()).isTrue();
        }
    }

    @Nested
    class LimitsOfTime {
        @Test
        void a_slow_interaction_may_have_one_of_its_own() throws Exception {
            contracts.contract("web", get("user 1", "/users/1", USER), get("a slow report", "/report", USER));
            try (RawService hanging = new RawService((request, connection) -> connection.hang())) {
                VerificationResult result = verifier()
                        .at(hanging.url())
                        .timeLimit(Duration.ofMillis(200))
                        .timeLimit("report", Duration.ofMillis(300))
                        .timeLimit("slow report", Duration.ofMillis(400))
                        .verify();

                assertThat(result.interactions())
                        .extracting(each -> each.outcome().errors().get(0))
                        .containsExactly(
                                "no response within the time limit of 200 ms",
                                "no response within the time limit of 400 ms");
                assertThat(result.warnings()).isEmpty();
            }
        }

        @Test
        void one_that_is_for_no_interaction_is_a_warning() {
            contracts.contract("web", get("user 1", "/users/1", USER));
            service.on("GET /users/1", 200, USER);

            VerificationResult result = verifier()
                    .at(service.url())
                    .timeLimit("user 2", Duration.ofSeconds(30))
                    .verify();

            assertThat(result.warnings()).extracting(Problem::toString).containsExactly("""
                    CONTRACT-LIMIT  a time limit is for no interaction: "user 2"
                      found  interactions "user 1"
                      mend   give a text that the description contains""");
        }
    }

    @Nested
    class ByHttps {
        private static final RawService.Script SCRIPT =
                (request, connection) -> connection.sendJson(request.startsWith("POST /states") ? "{}" : USER);

        @Test
        void the_service_and_its_states_are_reached_with_one_ca_and_one_certificate() throws Exception {
            contracts.contract("web", getGiven("user 1 exists", "user 1", "/users/1", USER));
            try (RawService secure = new RawService(TestKeys.demandingCertificates(), SCRIPT)) {
                VerificationResult result = verifier()
                        .at("https://" + secure.authority())
                        .stateUrl("/states")
                        .trusting(TestKeys.certificate(directory, "ca"))
                        .clientCertificate(TestKeys.certificate(directory, "client"), TestKeys.key(directory, "client"))
                        .verify();

                assertThat(text(result)).isEqualTo("ok      web → user-service  1 interaction");
                assertThat(secure.requests()).hasSize(2);
            }
        }

        @Test
        void a_failure_says_whom_to_trust_and_its_line_for_curl_works_alike() throws Exception {
            contracts.contract("web", get("user 1", "/users/1", USER));
            Path ca = TestKeys.certificate(directory, "ca");
            try (RawService secure =
                    new RawService(TestKeys.listen("server"), (request, connection) -> connection.sendJson("{}"))) {
                String strange =
                        text(verifier().at("https://" + secure.authority()).verify());
                String known = text(verifier()
                        .at("https://" + secure.authority())
                        .trusting(ca)
                        .verify());

                assertThat(strange)
                        .contains("\n  error   no TLS connection to https://" + secure.authority()
                                + ": nobody that is trusted here vouches for its certificate; name a PEM file with the"
                                + " certificate of its CA: .trusting(…), --trust FILE\n");
                assertThat(known)
                        .contains("\n  repeat  curl -i --cacert contracts/ca.pem https://" + secure.authority()
                                + "/users/1\n");
            }
        }

        @Test
        void whoever_trusts_anybody_is_warned() throws Exception {
            contracts.contract("web", get("user 1", "/users/1", USER));
            try (RawService secure = new RawService(TestKeys.listen("expired"), SCRIPT)) {
                String url = "https://" + secure.authority();

                VerificationResult result = verifier().at(url).trustingAnybody().verify();

                assertThat(result.success()).isTrue();
                assertThat(result.warnings()).extracting(Problem::toString).containsExactly("""
                        CONTRACT-TLS  the certificate of the service is not looked at
                          where  %s
                          found  whoever answers there is taken for the service
                          mend   name its CA instead: .trusting(Path.of("ca.pem")), --trust ca.pem""".formatted(url));
            }
        }

        @Test
        void nobody_is_warned_where_nothing_is_to_be_trusted() {
            contracts.contract("web", get("user 1", "/users/1", USER));
            service.on("GET /users/1", 200, USER);

            assertThat(verifier().at(service.url()).trustingAnybody().verify().warnings())
                    .isEmpty();
        }
    }

    @Nested
    class AProxy {
        @Test
        void stands_before_the_service_and_its_states_but_for_hosts_that_are_excepted() throws Exception {
            contracts.contract("web", getGiven("user 1 exists", "user 1", "/users/1", USER));
            service.on("POST /states", 200, "{}");
            try (RawService proxy = new RawService((request, connection) -> connection.sendJson(USER))) {
                VerificationResult result = verifier()
                        .at("http://users.example")
                        .stateUrl(service.url() + "/states")
                        .proxy(proxy.url(), "127.0.0.1")
                        .verify();

                assertThat(result.success()).isTrue();
                assertThat(proxy.requests()).hasSize(1);
                assertThat(service.asked()).hasSize(1);
            }
        }

        @Test
        void that_is_not_there_is_told_in_the_block() throws IOException {
            contracts.contract("web", get("user 1", "/users/1", USER));
            int port;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }

            String text = block(verifier()
                    .at("http://users.example")
                    .proxy("127.0.0.1:" + port)
                    .verify());

            assertThat(text).isEqualTo("""
                    ERROR  web → user-service: user 1
                      where   contracts/web.json:3:1
                      wanted  status 200 for GET /users/1
                      error   nothing accepts connections at the proxy http://127.0.0.1:PORT: is it running?
                      repeat  curl -i --proxy http://127.0.0.1:PORT http://users.example/users/1
                      replay  add .only("user 1") to the Verifier""".replace("PORT", "" + port));
        }
    }
}
