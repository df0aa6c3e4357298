package dev.contract.consumer.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.contract.consumer.Stub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of requests that a stub answers, and the provider would not: its routes stand in {@code contract-routes} among the resources. */
class RouteAlarmTest {
    private static final String TOLD = """
            CONTRACT-ROUTE  shop asks for a route that routed-users is not known to serve
              in     "a request for user 7"
              test   RouteAlarmTest.Straying.asks_for_a_renamed_route
              asked  GET /user/7
              known  "GET /users/{id}", "POST /users"
              file   contract-routes/routed-users.txt
              mend   ask for one of these, or have the file written anew where the provider has the route by now""";

    @TempDir
    private Path contracts;

    private Launch launch(String level, Class<?> tests) {
        return Launch.of(contracts, Map.of("contract.routes", level), selectClass(tests));
    }

    private String report(Class<?> tests) throws IOException {
        Path file = contracts.resolve(".reports").resolve(tests.getName() + ".txt");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private Path contract() {
        return contracts.resolve("shop-routed-users.json");
    }

    @Test
    void a_route_that_nobody_serves_is_told_at_the_end_of_the_class() throws IOException {
        assertThat(launch("", Straying.class).failures()).isEmpty();

        assertThat(report(Straying.class)).isEqualTo(TOLD + "\n");
        assertThat(contract()).content().contains("/user/7");
    }

    @Test
    void it_is_a_failure_where_somebody_wants_that_and_then_no_part_of_the_contract() {
        Launch launch = launch("fail", Straying.class);

        assertThat(launch.failures()).containsOnlyKeys("asks_for_a_renamed_route(Stub)");
        assertThat(launch.failure("asks_for_a_renamed_route(Stub)").orElseThrow())
                .hasMessage(TOLD);
        assertThat(contract()).content().contains("/users/7").doesNotContain("/user/7");
    }

    @Test
    void nothing_is_told_where_nobody_wants_to_know() throws IOException {
        assertThat(launch("off", Straying.class).failures()).isEmpty();
        assertThat(report(Straying.class)).isEmpty();
    }

    @Test
    void stubs_of_a_class_are_looked_at_as_well() {
        assertThat(launch("fail", StrayingAsAClass.class).failures().values())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith(
                        "java.lang.AssertionError: CONTRACT-ROUTE  shop asks for a route that routed-users is not known")
                .contains("  asked  POST /users/7\n");
    }

    @Test
    void a_file_that_is_none_is_told_by_its_lines() {
        assertThat(launch("", Misrouted.class).failures().get("asks(Stub)")).isEqualTo("""
                dev.contract.core.problem.ContractException: CONTRACT-ROUTE  this line is no route
                  where  contract-routes/misrouted-users.txt:2:1
                  found  "users"
                  mend   write it as GET /users/{id}, or have the file written by contract routes""");
    }

    @Test
    void a_level_that_is_none_is_told() {
        assertThat(launch("loud", Misrouted.class).failures().values())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).endsWith("""
                        CONTRACT-ROUTE  contract.routes says nothing that is known
                          found  "loud"
                          mend   give warn, fail or off"""));
    }

    private static void ask(Stub users, String path) {
        users.uponReceiving("a request for " + path).get(path).willRespondWith(200);
        Client.get(users.url() + path);
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "routed-users")
    static class Straying {
        @Test
        void asks_for_a_renamed_route(Stub users) {
            users.uponReceiving("a request for user 7").get("/user/7").willRespondWith(200);
            Client.get(users.url() + "/user/7");
        }

        @Test
        void asks_for_a_route_that_is_served(Stub users) {
            ask(users, "/users/7");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "routed-users")
    static class StrayingAsAClass {
        private static Stub users;

        @BeforeAll
        static void declare(Stub stub) {
            users = stub;
            users.uponReceiving("a word to user 7")
                    .post("/users/7")
                    .withBody("text/plain", "hello")
                    .willRespondWith(204);
        }

        @Test
        void speaks_to_a_user() {
            Client.send(users.url() + "/users/7", Map.of("Content-Type", "text/plain"), "hello");
        }
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "misrouted-users")
    static class Misrouted {
        @Test
        void asks(Stub users) {
            ask(users, "/users");
        }
    }
}
