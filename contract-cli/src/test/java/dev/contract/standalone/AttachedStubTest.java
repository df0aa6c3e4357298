package dev.contract.standalone;

import static dev.contract.consumer.Matchers.array;
import static dev.contract.consumer.Matchers.integer;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.response;
import static dev.contract.consumer.scope.Correlation.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contract.consumer.Answers;
import dev.contract.consumer.AttachedStub;
import dev.contract.consumer.Stub;
import dev.contract.consumer.answer.Delay;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.journal.Exchange;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.tls.StubTls;
import dev.contract.core.format.ContractReader;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.ContractException;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.standalone.StandaloneSettings.Control;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that steer a stub elsewhere, by the words of a stub in their own process; both ends are real, and so is the wire between them. */
class AttachedStubTest {
    private final StandaloneStub server =
            StandaloneStub.start(StandaloneSettings.DEFAULT, () -> new LoadedContracts(List.of(), List.of()));

    private final AttachedStub users = attach();
    private final StubClient client = new StubClient(users.url());

    @AfterEach
    void stop() {
        server.close();
    }

    private AttachedStub attach() {
        return Stub.attach(server.url(), "web", "user-service");
    }

    private HttpResponse ask(String path) {
        return client.get(path);
    }

    @Nested
    class Interactions {
        @Test
        void are_answered_elsewhere() {
            users.given("Alice exists")
                    .uponReceiving("a request for Alice")
                    .get("/users/1")
                    .withHeader("X-Tenant", like("a"))
                    .willRespondWith(200, json(object("id", integer(1), "tags", array("a", "b"))));

            HttpResponse response = client.with("X-Tenant", "b").get("/users/1");

            assertThat(response.body().text()).isEqualTo("{\"id\":1,\"tags\":[\"a\",\"b\"]}");
        }

        @Test
        void have_sequences_delays_faults_and_templates() {
            users.uponReceiving("a request for Alice")
                    .get("/users/1")
                    .willRespondWith(200)
                    .times(2)
                    .after(Delay.between(Duration.ofMillis(1), Duration.ofMillis(2)))
                    .failing(0, Fault.RESET)
                    .then(response(503).withHeader("Retry-After", 1))
                    .after(Delay.logNormal(Duration.ofMillis(1), 0.4))
                    .then(Fault.MALFORMED_JSON)
                    .then(response(201).withHeader("X-User", "{{path[1]}}").fromRequest())
                    .slowly(1, Duration.ofNanos(1_500_000));

            assertThat(ask("/users/1").status()).isEqualTo(200);
            assertThat(ask("/users/1").status()).isEqualTo(200);
            assertThat(ask("/users/1").headers().first("retry-after")).contains("1");
            ask("/users/1");
            assertThat(ask("/users/1").headers().first("x-user")).contains("1");
        }

        @Test
        void have_priorities_and_scenarios() {
            users.uponReceiving("an order").post("/order").willRespondWith(201).moving("order", "placed");
            users.uponReceiving("a request for an order")
                    .during("order", "placed")
                    .get("/order")
                    .willRespondWith(200);
            users.uponReceiving("anything else").priority(-1).get("/order").willRespondWith(404);

            assertThat(ask("/order").status()).isEqualTo(404);
            client.post("/order", "");
            assertThat(ask("/order").status()).isEqualTo(200);
            users.move("order", "start");
            assertThat(ask("/order").status()).isEqualTo(404);
        }

        @Test
        void may_be_faults_when_they_are_for_the_stub_only() {
            users.uponReceiving("a broken one").stubOnly().get("/broken").willRespondWith(Fault.EMPTY);

            assertThatThrownBy(() -> ask("/broken")).hasCauseInstanceOf(java.io.IOException.class);
        }

        @Test
        void cannot_be_functions() {
            Answers answers =
                    users.uponReceiving("a request for Alice").get("/users/1").willRespondWith(200);

            assertThatThrownBy(() -> answers.then(request -> response(200)))
                    .isInstanceOf(ContractException.class)
                    .hasMessageStartingWith("""
                            CONTRACT-ATTACH  a function cannot answer in a stub of another process
                              where  AttachedStubTest.java:""")
                    .hasMessageEndingWith(
                            "\n  found  code, which stays where it is\n"
                                    + "  mend   give responses, faults or templates; or start a stub in this process by Stub.start(…)");
        }
    }

    @Nested
    class TheJournal {
        @Test
        void is_that_of_the_stub() {
            Answers alice = users.uponReceiving("a request for Alice")
                    .get("/users/1")
                    .willRespondWith(200, json(object("name", "Alice")));
            users.uponReceiving("a user")
                    .post("/users")
                    .withBody(json(object("id", 7)))
                    .willRespondWith(201);
            ask("/users/1");
            client.post("/users", "{\"id\": 7}");
            ask("/other");

            assertThat(users.journal().all())
                    .extracting(Exchange::toString)
                    .containsExactly(
                            "#1 GET /users/1 -> 200, \"a request for Alice\"",
                            "#2 POST /users -> 201, \"a user\"",
                            "#3 GET /other -> 500, expected by no interaction");
            assertThat(users.journal().of(alice).count()).isEqualTo(1);
            assertThat(users.journal().of(alice).last().interaction()).contains(alice.interaction());
            assertThat(users.journal().of("a user").last().request().json("$.id"))
                    .isEqualTo(7);
            assertThat(users.journal()
                            .of(alice)
                            .last()
                            .response()
                            .orElseThrow()
                            .body()
                            .text())
                    .isEqualTo("{\"name\":\"Alice\"}");
        }

        @Test
        void knows_interactions_that_are_equal_by_the_name_that_they_share() {
            Answers one = users.uponReceiving("a ping").get("/ping").willRespondWith(204);
            Answers other = users.uponReceiving("a ping").get("/ping").willRespondWith(204);

            ask("/ping");

            assertThat(users.journal().of(one).count()).isEqualTo(1);
            assertThat(users.journal().of(other).count()).isEqualTo(1);
        }

        @Test
        void can_be_waited_for() throws Exception {
            Answers alice =
                    users.uponReceiving("a request for Alice").get("/users/1").willRespondWith(200);
            Thread later = new Thread(() -> ask("/users/1"));
            later.start();

            assertThat(users.journal().of(alice).await(1, Duration.ofSeconds(30)))
                    .hasSize(1);
            later.join();
        }

        @Test
        void can_be_waited_for_by_more_tests_than_the_stub_lets_wait() {
            Executor threads = task -> new Thread(task).start();
            Duration patience = Duration.ofMillis(500);
            List<CompletableFuture<Throwable>> waiting = IntStream.range(0, 12)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> catchThrowable(() -> users.journal().await(1, patience)), threads))
                    .toList();

            assertThat(waiting).extracting(CompletableFuture::join).allMatch(AssertionError.class::isInstance);
        }

        @Test
        void says_what_came_instead() {
            ask("/other");

            assertThatThrownBy(() -> users.journal().of("a user").await(1, Duration.ofMillis(1)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            CONTRACT-AWAIT  a request for "a user" did not come within 0.001s
                              came  #1 GET /other -> 500, expected by no interaction
                              mend  give it longer, or look at why the consumer does not send them""");
        }

        @Test
        void is_cleared_and_may_be_empty() {
            ask("/other");
            users.journal().clear();

            assertThat(users.journal().all()).isEmpty();
            assertThatThrownBy(() -> users.journal().last()).hasMessage("""
                    CONTRACT-JOURNAL  there is no such request in the journal
                      mend  ask when one has come: journal().await(1, Duration.ofSeconds(5))""");
        }
    }

    @Nested
    class Verdicts {
        @TempDir
        private Path folder;

        @Test
        void are_the_same_as_those_of_a_stub_in_the_process() {
            users.uponReceiving("a request for Alice").get("/users/1").willRespondWith(200);
            users.given("Bob exists");
            ask("/users/2");

            assertThatThrownBy(users::verify).isInstanceOf(AssertionError.class).hasMessage("""
                    CONTRACT-UNEXPECTED  web sent a request that user-service is not declared to answer
                      sent      GET /users/2
                      expected  GET /users/1
                      by        "a request for Alice", which never came
                      path      Expected path '/users/1' but was '/users/2'
                      mend      correct the request that the client sends, or the one that is declared
                    CONTRACT-UNFINISHED  an interaction of web with user-service was begun and never got a response
                      begins  given("Bob exists")
                      mend    end it with willRespondWith(…)""");
        }

        @Test
        void are_asked_for() {
            users.uponReceiving("a request for Alice").get("/users/1").willRespondWith(200);

            assertThatThrownBy(users::close).isInstanceOf(AssertionError.class).hasMessage("""
                    CONTRACT-UNVERIFIED  the stub of user-service was closed without being verified
                      found  nothing was checked, and no contract was written
                      mend   call verify() as the last statement before the stub is closed""");
        }

        @Test
        void write_the_contract_when_all_is_well() throws Exception {
            System.setProperty("contract.directory", folder.toString());
            try {
                users.uponReceiving("a request for Alice")
                        .get("/users/1")
                        .willRespondWith(200)
                        .then(503);
                users.uponReceiving("a probe").stubOnly().get("/health").willRespondWith(200);
                try (AttachedStub one = users.scope(header("X-Test").is(1))) {
                    one.uponReceiving("a request for Bob").get("/users/2").willRespondWith(200);
                    client.with("X-Test", "1").get("/users/2");
                }
                ask("/users/1");
                ask("/health");
                users.verify();
                users.close();
            } finally {
                System.clearProperty("contract.directory");
            }

            Path file = folder.resolve("web-user-service.json");
            assertThat(ContractReader.readOrThrow("file", Files.readAllBytes(file))
                            .interactions())
                    .extracting(Interaction::description)
                    .containsExactly("a request for Alice", "a request for Bob");
            assertThat(attach().journal().count()).isZero();
        }
    }

    @Nested
    class Scopes {
        @Test
        void are_kept_apart_and_judged_when_they_are_closed() {
            AttachedStub one = users.scope(header("X-Test").is(1));
            AttachedStub two = users.scope(header("X-Test").is(2));
            one.uponReceiving("a request for Alice").get("/users/1").willRespondWith(201);
            two.uponReceiving("a request for Alice").get("/users/1").willRespondWith(202);

            assertThat(client.with("X-Test", "1").get("/users/1").status()).isEqualTo(201);
            assertThat(one.journal().count()).isEqualTo(1);
            one.close();

            assertThatThrownBy(two::close).isInstanceOf(AssertionError.class).hasMessage("""
                    CONTRACT-MISSING  web never sent a request that is declared for user-service
                      expected  GET /users/1
                      by        "a request for Alice"
                      mend      send it in this test, or take the interaction out""");
        }

        @Test
        void of_the_whole_provider_are_one_at_a_time() {
            assertThatThrownBy(AttachedStubTest.this::attach)
                    .isInstanceOf(ContractException.class)
                    .hasMessageStartingWith("STUB-TAKEN  another test has \"user-service\" to itself");

            users.close();
            attach().close();
        }

        @Test
        void that_a_test_leaves_open_end_with_its_process() throws Exception {
            Process test = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Forgetful.class.getName(),
                            server.url())
                    .inheritIO()
                    .start();
            assertThat(test.waitFor(1, TimeUnit.MINUTES)).isTrue();

            assertThat(test.exitValue()).isEqualTo(1);
            Stub.attach(server.url(), "web", "mail-service").close();
        }

        @Test
        void of_two_providers_do_not_meet() {
            AttachedStub mails = Stub.attach(server.url(), "web", "mail-service");
            mails.uponReceiving("a mail").post("/").willRespondWith(202);

            assertThat(new StubClient(mails.url()).post("/", "").status()).isEqualTo(202);
            assertThat(ask("/").status()).isEqualTo(500);
        }
    }

    /** A test that crashes. */
    static final class Forgetful {
        private Forgetful() {}

        public static void main(String[] arguments) {
            AttachedStub mails = Stub.attach(arguments[0], "web", "mail-service");
            mails.scope(header("X-Request-ID").is(1));
            System.exit(1);
        }
    }

    @Test
    void a_reset_forgets_everything() {
        users.uponReceiving("a request for Alice").get("/users/1").willRespondWith(200);
        ask("/users/2");

        users.reset();

        users.verify();
        assertThat(users.journal().all()).isEmpty();
        users.close();
    }

    @Test
    void a_token_is_told_by_a_property() {
        StandaloneSettings settings = StandaloneSettings.DEFAULT.withControl(new Control(true, "s3cret"));
        try (StandaloneStub guarded = StandaloneStub.start(settings, () -> new LoadedContracts(List.of(), List.of()))) {
            assertThatThrownBy(() -> Stub.attach(guarded.url(), "web", "user-service"))
                    .hasMessageStartingWith("STUB-TOKEN  this stub is steered with a token only");

            System.setProperty("contract.stub.token", "s3cret");
            Stub.attach(guarded.url(), "web", "user-service").close();
        } finally {
            System.clearProperty("contract.stub.token");
        }
    }

    @Nested
    class ByTls {
        private final StubTls tls = StubTls.generated();
        private final StandaloneStub secure = StandaloneStub.start(
                StandaloneSettings.DEFAULT.withStub(StubSettings.DEFAULT.withTls(tls)),
                () -> new LoadedContracts(List.of(), List.of()));

        @AfterEach
        void stop() {
            secure.close();
            System.clearProperty("contract.stub.trust");
        }

        @Test
        void what_is_trusted_may_stand_in_a_file(@TempDir Path directory) throws IOException {
            Path file = Files.writeString(directory.resolve("stub.pem"), tls.trustPem());
            System.setProperty("contract.stub.trust", file.toString());

            try (AttachedStub attached = Stub.attach(secure.url(), "web", "user-service")) {
                assertThat(attached.url()).startsWith("https://");
            }
        }

        @Test
        void what_is_trusted_may_be_given() {
            Stub.attach(secure.url(), "web", "user-service", tls.clientContext())
                    .close();
        }

        @Test
        void a_stub_that_nobody_trusts_is_told() {
            assertThatThrownBy(() -> Stub.attach(secure.url(), "web", "user-service"))
                    .message()
                    .satisfies(message -> assertThat(message.replaceFirst("found  .*", "found  …"))
                            .isEqualTo("""
                                    CONTRACT-ATTACH  the stub cannot be reached
                                      where  %s/__contract
                                      found  …
                                      mend   give the file that the stub wrote by --certificate-file as CONTRACT_STUB_TRUST or contract.stub.trust, and the address as the stub prints it""".formatted(secure.url())));
        }

        @Test
        void a_file_without_certificates_is_refused(@TempDir Path directory) throws IOException {
            Path file = Files.writeString(directory.resolve("stub.pem"), "");
            System.setProperty("contract.stub.trust", file.toString());

            assertThatThrownBy(() -> Stub.attach(secure.url(), "web", "user-service"))
                    .hasMessage("""
                            CONTRACT-TLS  nobody can be trusted by this file
                              where  %s
                              found  "no certificate in it"
                              mend   give a PEM file with -----BEGIN CERTIFICATE-----, as contract stub --certificate-file writes it""".formatted(file));
        }
    }

    @Test
    void where_no_stub_is_that_is_said() {
        assertThatThrownBy(() -> Stub.attach("localhost:80", "web", "user-service"))
                .hasMessageStartingWith("""
                        CONTRACT-ATTACH  this is no address of a stub
                          where  AttachedStubTest.java:""");
        server.close();
        assertThatThrownBy(this::attach)
                .hasMessageStartingWith("CONTRACT-ATTACH  the stub cannot be reached\n  where  " + server.url());
    }
}
