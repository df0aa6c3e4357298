package dev.contract.samples.orderservice;

import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.Stub;
import dev.contract.consumer.junit.ConsumerTest;
import dev.contract.samples.orderservice.UserClient.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the order service expects of the user service. */
@ConsumerTest(consumer = "order-service", provider = "user-service", directory = "../contracts")
class UserClientTest {

    @Test
    void finds_an_existing_user(Stub users) {
        users.given("user user123 exists")
                .uponReceiving("a request for user user123")
                .get("/users/user123")
                .willRespondWith(200, json(object("user_id", "user123", "exists", true, "name", like("Alice"))));

        assertThat(new UserClient(users.url()).find("user123")).contains(new User("user123", true, "Alice"));
    }

    @Test
    void finds_nobody_where_there_is_no_user(Stub users) {
        users.uponReceiving("a request for an unknown user")
                .get("/users/nobody")
                .willRespondWith(404, json(object("user_id", "nobody", "exists", false)));

        assertThat(new UserClient(users.url()).find("nobody")).isEmpty();
    }

    @Test
    void reports_an_error_of_the_user_service(Stub users) {
        users.given("the user store is down")
                .uponReceiving("a request while the user store is down")
                .get("/users/user123")
                .willRespondWith(500, json(object("error", like("the user store is down"))));

        assertThatThrownBy(() -> new UserClient(users.url()).find("user123"))
                .isInstanceOf(UserClient.Unavailable.class)
                .hasMessage("the user service answered 500");
    }

    @ParameterizedTest
    @CsvSource({"user-1, Ada", "user-2, Grace", "user-3, Barbara"})
    void finds_each_of_several_users(String id, String name, Stub users) {
        users.given("user " + id + " exists")
                .uponReceiving("a request for user " + id)
                .get("/users/" + id)
                .willRespondWith(200, json(object("user_id", id, "exists", true, "name", like(name))));

        assertThat(new UserClient(users.url()).find(id)).contains(new User(id, true, name));
    }
}
