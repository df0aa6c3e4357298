package dev.contract.samples.springorderservice;

import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Stub;
import dev.contract.consumer.junit.ConsumerTest;
import dev.contract.samples.springorderservice.UserClient.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The client as the context has it: its address is that of a stub which all tests of the class share. */
@ConsumerTest(consumer = "spring-order-service", provider = "user-service")
@SpringBootTest(classes = SpringOrderService.class)
class UserClientTest {
    private static Stub stub;

    @BeforeAll
    static void open(Stub users) {
        stub = users;
    }

    @DynamicPropertySource
    static void point(DynamicPropertyRegistry properties) {
        properties.add("users.url", () -> stub.url());
    }

    @Autowired
    private UserClient client;

    @Test
    void finds_an_existing_user(Stub users) {
        users.given("user user123 exists")
                .uponReceiving("a request for user user123")
                .get("/users/user123")
                .willRespondWith(200, json(object("user_id", "user123", "exists", true, "name", like("Alice"))));

        assertThat(client.find("user123")).contains(new User("user123", true, "Alice"));
    }

    @Test
    void finds_nobody_where_there_is_no_user(Stub users) {
        users.uponReceiving("a request for an unknown user")
                .get("/users/nobody")
                .willRespondWith(404, json(object("user_id", "nobody", "exists", false)));

        assertThat(client.find("nobody")).isEmpty();
    }
}
