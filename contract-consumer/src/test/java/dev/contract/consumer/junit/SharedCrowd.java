package dev.contract.consumer.junit;

import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.regex;
import static dev.contract.consumer.Matchers.response;
import static dev.contract.consumer.scope.Correlation.body;
import static dev.contract.consumer.scope.Correlation.header;
import static dev.contract.consumer.scope.Correlation.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Scope;
import dev.contract.consumer.Stub;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Eight test classes on one stub: all ask for the same things, and each must get the answers of its own. */
final class SharedCrowd {
    static final Class<?>[] CLASSES = {
        Class1.class, Class2.class, Class3.class, Class4.class, Class5.class, Class6.class, Class7.class, Class8.class
    };

    private SharedCrowd() {}

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    abstract static class Base {
        private final String id = UUID.randomUUID().toString();

        private String ask(Stub users, String path) {
            return Client.send(users.url() + path, Map.of("X-Request-ID", id), "");
        }

        @Test
        void gets_its_own_sequence_of_answers(@Shared Stub users) {
            try (Scope scope = users.scope(header("X-Request-ID").is(id))) {
                scope.given("all is well")
                        .uponReceiving("a request for a user")
                        .get("/users/1")
                        .willRespondWith(200, json(object("name", like("somebody"))))
                        .then(response(200).withBody("text/plain", id));

                assertThat(ask(users, "/users/1")).isEqualTo("200 {\"name\":\"somebody\"}");
                assertThat(ask(users, "/users/1")).isEqualTo("200 " + id);
                assertThat(ask(users, "/users/1")).isEqualTo("200 " + id);
                assertThat(scope.journal().count()).isEqualTo(3);
                assertThat(scope.journal()).allMatch(each -> each.request()
                        .header("X-Request-ID")
                        .orElseThrow()
                        .equals(id));
            }
        }

        @Test
        void goes_through_its_own_scenario(@Shared Stub users) {
            try (Scope scope = users.scope(header("X-Request-ID").is(id))) {
                scope.uponReceiving("a look at an open order")
                        .during("order", "start")
                        .get("/orders/7")
                        .willRespondWith(200, json(object("paid", false)));
                scope.uponReceiving("a payment")
                        .post("/orders/7")
                        .withBody("text/plain", "42")
                        .willRespondWith(204)
                        .moving("order", "paid");
                scope.uponReceiving("a look at a paid order")
                        .stubOnly()
                        .during("order", "paid")
                        .get("/orders/7")
                        .willRespondWith(200, json(object("paid", true)));

                assertThat(ask(users, "/orders/7")).isEqualTo("200 {\"paid\":false}");
                Client.send(users.url() + "/orders/7", Map.of("X-Request-ID", id, "Content-Type", "text/plain"), "42");
                assertThat(ask(users, "/orders/7")).isEqualTo("200 {\"paid\":true}");
                scope.journal().inOrder("a look at an open order", "a payment", "a look at a paid order");
            }
        }

        @Test
        void has_a_path_of_its_own(@Shared Stub users) {
            try (Scope scope = users.scope(path("/tenants/" + id))) {
                scope.uponReceiving("a request for the users of a tenant")
                        .get(regex("/tenants/[0-9a-f-]+/users", "/tenants/1/users"))
                        .willRespondWith(200)
                        .then(response(200).withBody("text/plain", id));

                assertThat(ask(users, "/tenants/" + id + "/users")).isEqualTo("200");
                assertThat(ask(users, "/tenants/" + id + "/users")).isEqualTo("200 " + id);
            }
        }

        @Test
        void is_known_by_a_value_in_the_body(@Shared Stub users) {
            try (Scope scope = users.scope(body("$.order.id").is(id))) {
                scope.uponReceiving("an order")
                        .post("/orders")
                        .withBody(json(object("order", object("id", like("1")))))
                        .willRespondWith(201)
                        .then(response(201).withBody("text/plain", id));
                String order = "{\"order\": {\"id\": \"" + id + "\"}}";
                Map<String, String> type = Map.of("Content-Type", "application/json");

                assertThat(Client.send(users.url() + "/orders", type, order)).isEqualTo("201");
                assertThat(Client.send(users.url() + "/orders", type, order)).isEqualTo("201 " + id);
            }
        }
    }

    static class Class1 extends Base {}

    static class Class2 extends Base {}

    static class Class3 extends Base {}

    static class Class4 extends Base {}

    static class Class5 extends Base {}

    static class Class6 extends Base {}

    static class Class7 extends Base {}

    static class Class8 extends Base {}
}
