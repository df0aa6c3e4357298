package dev.contract.consumer.junit;

import static dev.contract.consumer.scope.Correlation.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.contract.consumer.Scope;
import dev.contract.consumer.Stub;
import dev.contract.core.format.ContractReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;

/**
 * Test classes that share one stub.
 *
 * <p>The system property {@code scope.runs} says how often the crowd runs; 5 times by default.
 */
class SharedStubTest {
    private static final int RUNS = Integer.getInteger("scope.runs", 5);

    private static final Map<String, String> EIGHT_THREADS = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

    @TempDir
    Path contracts;

    private Launch crowd() {
        DiscoverySelector[] classes = Arrays.stream(SharedCrowd.CLASSES)
                .map(each -> selectClass(each))
                .toArray(DiscoverySelector[]::new);
        return Launch.of(contracts, EIGHT_THREADS, classes);
    }

    private String contract() throws Exception {
        return Files.readString(contracts.resolve("shop-users.json"));
    }

    @Test
    void eight_parallel_classes_hear_nothing_of_each_other() throws Exception {
        assertThat(crowd().failures()).isEmpty();
        String first = contract();
        for (int run = 1; run < RUNS; run++) {
            assertThat(crowd().failures()).as("run %d", run).isEmpty();
        }

        assertThat(contract()).isEqualTo(first);
        assertThat(ContractReader.readOrThrow("shop-users.json", first.getBytes(StandardCharsets.UTF_8))
                        .interactions())
                .extracting(each -> each.description())
                .containsExactlyInAnyOrder(
                        "a look at an open order",
                        "a payment",
                        "a request for a user",
                        "a request for the users of a tenant",
                        "an order");
        assertThat(first).doesNotContain("X-Request-ID");
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class OneAddress {
        private static String url = "";

        @Test
        void is_that_of_all(@Shared Stub users) {
            sameAsBefore(users.url());
            users.uponReceiving("a request for what all scopes of a test need")
                    .get("/all")
                    .willRespondWith(200);
            try (Scope scope = users.scope(header("X-Request-ID").is("1"))) {
                assertThat(Client.send(users.url() + "/all", Map.of("X-Request-ID", "1"), ""))
                        .isEqualTo("200");
                assertThat(scope.journal().count()).isEqualTo(1);
            }
            assertThat(Client.get(users.url() + "/all")).startsWith("500");
        }

        @Test
        void is_that_of_others(@Shared Stub users) {
            sameAsBefore(users.url());
        }

        private static synchronized void sameAsBefore(String here) {
            url = url.isEmpty() ? here : url;
            assertThat(here).isEqualTo(url);
        }
    }

    @Test
    void what_a_test_declares_beside_its_scopes_answers_these_alone() throws Exception {
        assertThat(Launch.of(contracts, OneAddress.class).failures()).isEmpty();

        assertThat(contract()).contains("a request for what all scopes of a test need");
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class ServedAsUsual {
        @Test
        void wants_nothing_special(@Shared Stub users) {}
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    @Served(cors = true)
    static class ServedInAnotherWay {
        @Test
        void wants_cors(@Shared Stub users) {}
    }

    @Test
    void one_stub_cannot_serve_in_two_ways() {
        Launch launch = Launch.of(contracts, ServedAsUsual.class, ServedInAnotherWay.class);

        assertThat(launch.failure("wants_cors(Stub)").orElseThrow()).rootCause().hasMessage("""
                CONTRACT-SERVED  the stub of "users" that all classes share is asked to serve in two ways
                  mend  say the same @Served beside every @Shared""");
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class Forgetful {
        @Test
        void sends_no_id(@Shared Stub users) {
            try (Scope scope = users.scope(header("X-Request-ID").is("1"))) {
                scope.uponReceiving("a request for a user").get("/users/1").willRespondWith(200);

                Client.get(users.url() + "/users/1");
            }
        }

        @Test
        void leaves_its_scope_open(@Shared Stub users) {
            Scope scope = users.scope(header("X-Request-ID").is("2"));
            scope.uponReceiving("a request for another user").get("/users/2").willRespondWith(200);
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    static class WithoutScope {
        @Test
        void declares_on_the_stub_itself(@Shared Stub users) {
            users.uponReceiving("a request for a user").get("/users/1").willRespondWith(200);

            Client.get(users.url() + "/users/1");
        }
    }

    @Test
    void a_request_that_belongs_to_nobody_is_shown_to_who_misses_one() {
        Launch launch = Launch.of(contracts, WithoutScope.class);

        assertThat(launch.failure("declares_on_the_stub_itself(Stub)").orElseThrow())
                .hasMessage("""
                CONTRACT-MISSING  shop never sent a request that is declared for users
                  expected  GET /users/1
                  by        "a request for a user"
                  mend      send it in this test, or take the interaction out
                CONTRACT-SCOPE  requests to the stub of users that all tests share belonged to none of them
                  strays  #1 GET /users/1 -> 500, expected by no interaction
                          belonged to no scope: does the client send what tells them apart?
                  mend    declare in a scope, users.scope(header("X-Request-ID").is(id)), and have the client send that header""");
    }

    @Test
    void a_request_without_what_tells_it_apart_is_shown() {
        Launch launch = Launch.of(contracts, Forgetful.class);

        assertThat(launch.failure("sends_no_id(Stub)").orElseThrow()).hasMessage("""
                CONTRACT-MISSING  shop never sent a request that is declared for users
                  expected  GET /users/1
                  by        "a request for a user"
                  mend      send it in this test, or take the interaction out
                CONTRACT-SCOPE  all this is about the requests of one scope
                  scope   header "x-request-id" is "1"
                  strays  #1 GET /users/1 -> 500, expected by no interaction
                          belonged to no scope: does the client send what tells them apart?""");
        assertThat(launch.failure("leaves_its_scope_open(Stub)").orElseThrow()).hasMessage("""
                CONTRACT-MISSING  shop never sent a request that is declared for users
                  expected  GET /users/2
                  by        "a request for another user"
                  mend      send it in this test, or take the interaction out""");
    }
}
