package dev.contract.samples.newsletter;

import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Stub;
import dev.contract.consumer.junit.ConsumerTest;
import org.junit.jupiter.api.Test;

@ConsumerTest(consumer = "newsletter", provider = "user-service")
class SalutationTest {

    @Test
    void names_who_is_known(Stub users) throws Exception {
        users.given("user user123 exists")
                .uponReceiving("a request for user user123")
                .get("/users/user123")
                .willRespondWith(200, json(object("exists", true, "name", like("Alice"))));

        assertThat(new Salutation(users.url()).of("user123")).isEqualTo("Dear Alice,");
    }

    @Test
    void greets_who_is_not(Stub users) throws Exception {
        users.uponReceiving("a request for an unknown user")
                .get("/users/nobody")
                .willRespondWith(404, json(object("exists", false)));

        assertThat(new Salutation(users.url()).of("nobody")).isEqualTo("Hello,");
    }
}
