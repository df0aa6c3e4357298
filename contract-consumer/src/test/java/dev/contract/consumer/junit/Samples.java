package dev.contract.consumer.junit;

import static dev.contract.consumer.Matchers.integer;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.contract.consumer.Matchers;
import dev.contract.consumer.Messages;
import dev.contract.consumer.Scope;
import dev.contract.consumer.Stub;
import dev.contract.consumer.message.Message;
import dev.contract.consumer.scope.Correlation;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes that others launch, and some of which must fail; no test by themselves. */
final class Samples {
    private Samples() {}

    private static void expect(Stub stub, String path) {
        stub.uponReceiving("a request for " + path).get(path).willRespondWith(200);
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Plain {
        @Test
        void asks_for_what_it_declared(Stub users) {
            expect(users, "/users/1");
            expect(users, "/users/2");

            assertThat(Client.get(users.url() + "/users/1")).isEqualTo("200");
            assertThat(Client.get(users.url() + "/users/2")).isEqualTo("200");
        }

        @Test
        void needs_no_stub() {}
    }

    private static void expectOptional(Stub stub) {
        stub.uponReceiving("a request for user 1")
                .get("/users/1")
                .willRespondWith(200, Matchers.object("id", 1, "nick", Matchers.optional(Matchers.like("Al"))));
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class OptionalFields {
        static final List<String> SEEN = new CopyOnWriteArrayList<>();

        @BeforeEach
        void asks_before(Stub users) {
            expect(users, "/before");
        }

        @Test
        void does_without(Stub users) {
            expectOptional(users);

            Client.get(users.url() + "/before");
            String answer = Client.get(users.url() + "/users/1");
            SEEN.add(users.givesOptional() + " " + answer + " "
                    + users.requests().size());
        }

        @ParameterizedTest
        @ValueSource(strings = "row")
        void does_without_in_rows(String row, Stub users) {
            expectOptional(users);

            Client.get(users.url() + "/before");
            SEEN.add(row + " " + Client.get(users.url() + "/users/1"));
        }

        @Test
        void does_without_in_a_scope(Stub users) {
            Client.get(users.url() + "/before");
            try (Scope scope = users.scope(Correlation.header("X-Request-ID").is("7"))) {
                scope.uponReceiving("a request for user 2")
                        .get("/users/2")
                        .willRespondWith(200, Matchers.object("nick", Matchers.optional("Al")));

                SEEN.add("scope " + Client.send(users.url() + "/users/2", Map.of("X-Request-ID", "7"), ""));
            }
        }

        @Test
        void handles_without(Messages orders, Stub users) {
            Client.get(users.url() + "/before");
            orders.expects("a message")
                    .withContent(Matchers.object("nick", Matchers.optional("Al")))
                    .handledBy(message -> SEEN.add("message " + message.text()));
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class OptionalFieldsOfAStory {
        static final List<String> SEEN = new CopyOnWriteArrayList<>();

        @BeforeEach
        void is_busy_at_first(Stub users) {
            users.uponReceiving("a request for what is busy")
                    .get("/busy")
                    .willRespondWith(503)
                    .then(200);
        }

        @Test
        void goes_through_it(Stub users) {
            users.uponReceiving("an order that is open")
                    .during("order", "start")
                    .get("/orders/1")
                    .willRespondWith(200, Matchers.object("note", Matchers.optional("soon")))
                    .moving("order", "paid");

            SEEN.add(Client.get(users.url() + "/busy") + ", " + Client.get(users.url() + "/orders/1"));
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class NeedsOptionalFields {
        @Test
        void cannot_do_without(Stub users) {
            expectOptional(users);

            assertThat(Client.get(users.url() + "/users/1")).contains("Al");
        }

        @TestFactory
        Stream<DynamicTest> is_shown_once(Stub users) {
            expectOptional(users);
            return Stream.of(DynamicTest.dynamicTest("asks", () -> Client.get(users.url() + "/users/1")));
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class AsksTooFewTimes {
        private static void ask(Stub users) {
            users.uponReceiving("a request for user 1")
                    .get("/users/1")
                    .willRespondWith(202)
                    .then(503)
                    .then(200);
            assertThat(Client.get(users.url() + "/users/1")).isEqualTo("202");
        }

        @Test
        void is_content_with_the_first_answer(Stub users) {
            ask(users);
        }

        @Test
        void fails(Stub users) {
            ask(users);
            throw new IllegalStateException("nothing was found");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Random {
        @Test
        void fails_by_itself(Stub users) {
            ask(users);
            throw new IllegalStateException("the id is odd");
        }

        @Test
        void asks_for_something_else(Stub users) {
            ask(users);
            Client.get(users.url() + "/users/2");
        }

        @Test
        void asked_for_nothing(Stub users) {
            throw new IllegalStateException("no reason");
        }

        private static void ask(Stub users) {
            users.uponReceiving("a request")
                    .get("/users/1")
                    .willRespondWith(200, Matchers.object("id", Matchers.randomInteger(1, 9)));
            Client.get(users.url() + "/users/1");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop")
    static class SeveralProviders {
        @Test
        void asks_two(@Provider("users") Stub users, @Provider("mails") Stub mails) {
            expect(users, "/u");
            expect(mails, "/m");

            assertThat(users.port()).isNotEqualTo(mails.port());
            Client.get(users.url() + "/u");
            Client.get(mails.url() + "/m");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Everywhere {
        private final Stub ofConstructor;
        private Stub ofBeforeEach;

        Everywhere(Stub users) {
            ofConstructor = users;
        }

        @BeforeEach
        void declare(Stub users, TestInfo info) {
            ofBeforeEach = users;
            expect(users, "/" + info.getTestMethod().orElseThrow().getName());
        }

        @Test
        void one(Stub users) {
            assertThat(users).isSameAs(ofConstructor).isSameAs(ofBeforeEach);
            Client.get(users.url() + "/one");
        }

        @AfterEach
        void look(Stub users) {
            assertThat(users).isSameAs(ofConstructor);
            assertThat(users.requests()).hasSize(1);
        }

        @Nested
        class Inner {
            @Test
            void two(Stub users) {
                assertThat(users).isSameAs(ofConstructor).isSameAs(ofBeforeEach);
                Client.get(users.url() + "/two");
            }
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Rows {
        @ParameterizedTest
        @ValueSource(strings = {"/a", "/b"})
        void asks(String path, Stub users) {
            expect(users, path);
            expect(users, "/same");
            Client.get(users.url() + path);
            Client.get(users.url() + "/same");
        }

        @RepeatedTest(3)
        void repeats(Stub users) {
            expect(users, "/same");
            Client.get(users.url() + "/same");
        }

        @TestFactory
        Stream<DynamicTest> makes(Stub users) {
            expect(users, "/dynamic");
            return Stream.of(DynamicTest.dynamicTest("calls", () -> Client.get(users.url() + "/dynamic")));
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneAddress {
        private String url;

        @BeforeAll
        void start(Stub users) {
            url = users.url();
            expect(users, "/shared");
        }

        @Test
        void first(Stub users) {
            expect(users, "/first");
            Client.get(url + "/first");
            assertThat(users.url()).isEqualTo(url);
            assertThat(users.requests()).hasSize(1);
        }

        @Test
        void second(Stub users) {
            expect(users, "/second");
            Client.get(url + "/second");
            assertThat(users.requests()).hasSize(1);
        }

        @Test
        void third() {
            Client.get(url + "/shared");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Wrong {
        @Test
        void asks_for_another(Stub users) {
            users.given("user 1 exists")
                    .uponReceiving("a request for user 1")
                    .get("/users/1")
                    .willRespondWith(200);
            Client.get(users.url() + "/users/2");
        }

        @Test
        void asks_for_nothing(Stub users) {
            expect(users, "/users/1");
        }

        @Test
        void asks_out_of_the_blue(Stub users) {
            Client.get(users.url() + "/users/2?full=yes");
        }

        @Test
        void fails_by_itself(Stub users) {
            expect(users, "/users/1");
            throw new IllegalStateException("its own reason");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Surprised {
        private static void askForAnother(Stub users) {
            expect(users, "/users/1");
            throw new IllegalStateException(
                    "the status is " + Client.get(users.url() + "/users/2").substring(0, 3));
        }

        @BeforeEach
        void start(Stub users, TestInfo info) {
            if (info.getDisplayName().equals("never_starts(Stub)")) {
                askForAnother(users);
            }
        }

        @Test
        void is_surprised(Stub users) {
            askForAnother(users);
        }

        @Test
        void never_starts(Stub users) {}

        @Test
        void assumes(Stub users) {
            Client.get(users.url() + "/users/2");
            assumeThat(users.requests()).isEmpty();
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop")
    static class NoProvider {
        @Test
        void asks(Stub users) {
            expect(users, "/users/1");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Contradiction {
        @Test
        void says_yes(Stub users) {
            users.uponReceiving("a request").get("/a").willRespondWith(200);
            Client.get(users.url() + "/a");
        }

        @Test
        void says_no(Stub users) {
            users.uponReceiving("a request").get("/a").willRespondWith(404);
            Client.get(users.url() + "/a");
        }
    }

    /** A class that changes between its runs, as if its author had edited it. */
    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    @ExtendWith(Shifting.Disabling.class)
    static class Shifting {
        /** What each test asks for. */
        static final Map<String, List<String>> PATHS = new ConcurrentHashMap<>();

        /** The tests that fail after having asked, those that are aborted, and those that are disabled. */
        static final Set<String> FAILING = ConcurrentHashMap.newKeySet();

        static final Set<String> ABORTED = ConcurrentHashMap.newKeySet();
        static final Set<String> DISABLED = ConcurrentHashMap.newKeySet();

        static void reset() {
            PATHS.clear();
            FAILING.clear();
            ABORTED.clear();
            DISABLED.clear();
        }

        private static void ask(Stub stub, String test) {
            for (String path : PATHS.getOrDefault(test, List.of())) {
                expect(stub, path);
                Client.get(stub.url() + path);
            }
            assertThat(FAILING).doesNotContain(test);
            assumeThat(ABORTED).doesNotContain(test);
        }

        @Test
        void first(Stub users) {
            ask(users, "first");
        }

        @Test
        void second(Stub users) {
            ask(users, "second");
        }

        @Nested
        class Inner {
            @Test
            void third(Stub users) {
                ask(users, "third");
            }
        }

        static class Disabling implements ExecutionCondition {
            @Override
            public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
                boolean disabled = context.getTestMethod()
                        .map(Method::getName)
                        .filter(DISABLED::contains)
                        .isPresent();
                return disabled
                        ? ConditionEvaluationResult.disabled("for a reason")
                        : ConditionEvaluationResult.enabled("");
            }
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class OnlyRows {
        @ParameterizedTest
        @ValueSource(strings = {"/a", "/b", "/c"})
        void asks(String path, Stub users) {
            expect(users, path);
            Client.get(users.url() + path);
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class FailingLate {
        @RegisterExtension
        static final AfterEachCallback LATE = context -> {
            throw new IllegalStateException("after everything else");
        };

        @Test
        void asks(Stub users) {
            expect(users, "/a");
            Client.get(users.url() + "/a");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class FailingDynamically {
        @TestFactory
        Stream<DynamicTest> makes(Stub users) {
            expect(users, "/a");
            return Stream.of(DynamicTest.dynamicTest("calls", () -> {
                Client.get(users.url() + "/a");
                throw new IllegalStateException("its own reason");
            }));
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Mistaken {
        @Test
        void leaves_an_interaction_open(Stub users) {
            users.given("user 1 exists").uponReceiving("a request").get("/users/1");
        }

        @Test
        void declares_an_impossible_status(Stub users) {
            users.uponReceiving("a request").get("/users/1").willRespondWith(2000);
        }

        @Test
        void has_its_own_parameters(Stub users, TestInfo info, TestReporter reporter, @TempDir Path folder) {
            assertThat(folder).isDirectory();
            expect(users, "/users/1");
            Client.get(users.url() + "/users/1");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class UnusedClassStub {
        @BeforeAll
        static void declare(Stub users) {
            expect(users, "/never");
        }

        @Test
        void asks(@Provider("mails") Stub mails) {
            expect(mails, "/mail");
            Client.get(mails.url() + "/mail");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Handling {
        private final List<String> seen = new ArrayList<>();

        @Test
        void handles_a_message_and_sends_a_request(Stub users, Messages events) {
            expect(users, "/users/1");
            Client.get(users.url() + "/users/1");
            events.expects("a user was added")
                    .withContent(json(object("id", integer(1))))
                    .handledBy(message -> seen.add(message.text()));

            assertThat(seen).containsExactly("{\"id\":1}");
        }

        @Test
        void asks(Messages users) {
            users.uponReceiving("a question for a name")
                    .withContent(json(object("id", 1)))
                    .willRespondWith(json(object("name", like("Alice"))))
                    .handledBy((request, responses) ->
                            assertThat(responses.get(0).text()).isEqualTo("{\"name\":\"Alice\"}"));
        }

        @Test
        void handles_messages_of_another(@Provider("mails") Messages mails) {
            mails.expects("a mail was sent").handledBy(message -> seen.add(message.text()));

            assertThat(seen).containsExactly("");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "mails", version = SpecVersion.V3)
    static class HandlingInVersion3 {
        @Test
        void handles(Messages mails) {
            mails.expects("a mail was sent").withContent("text/plain", "hello").handledBy(message -> {});
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class NestingOthers {
        @Nested
        @ConsumerTest(consumer = "shop", provider = "mails", version = SpecVersion.V3)
        class InVersion3 {
            @Test
            void asks(Stub mails) {
                ask(mails, "one");
            }
        }

        @Nested
        @ConsumerTest(consumer = "shop", provider = "mails", directory = "elsewhere")
        class Elsewhere {
            @Test
            void asks(Stub mails) {
                ask(mails, "one");
            }
        }

        private static void ask(Stub stub, String path) {
            expect(stub, "/" + path);
            Client.get(stub.url() + "/" + path);
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users", version = SpecVersion.V3)
    static class MixingInVersion3 {
        @Test
        void handles_and_asks(Messages events, Stub users) {
            events.expects("a user was added").handledBy(message -> {});
            expect(users, "/users/1");
            Client.get(users.url() + "/users/1");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users", version = SpecVersion.V3)
    static class AskingInVersion3 {
        @Test
        void asks(Messages users) {
            users.uponReceiving("a question for a name")
                    .willRespondWith(json("{}"))
                    .handledBy((request, responses) -> {});
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class NotHandling {
        @Test
        void has_a_handler_that_throws(Messages events) throws IOException {
            events.given("user 1 exists").expects("a user was added").handledBy(NotHandling::refuse);
        }

        @Test
        void looks_away(Messages events) {
            assertThatThrownBy(() -> has_a_handler_that_throws(events)).hasMessage("no disk");
        }

        @Test
        void hands_nothing_over(Messages events) {
            events.given("user 1 exists").expects("a user was added").withMetadata("topic", "users");
            events.given("user 1 exists");
        }

        private static void refuse(Message message) throws IOException {
            throw new IOException("no disk");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class MistakenMessage {
        @Test
        void declares_metadata_twice(Messages events) {
            events.expects("a user was added").withMetadata("topic", "users").withMetadata("topic", "mails");
        }
    }
}
