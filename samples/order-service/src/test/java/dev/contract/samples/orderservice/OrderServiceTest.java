package dev.contract.samples.orderservice;

import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contract.consumer.Stub;
import dev.contract.consumer.junit.ConsumerTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole order service, with a stub in the place of the user service. */
@ConsumerTest(consumer = "order-service", provider = "user-service", directory = "../contracts")
class OrderServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void takes_an_order_of_an_existing_user(Stub users) throws Exception {
        users.given("user user123 exists")
                .uponReceiving("a request for user user123")
                .get("/users/user123")
                .willRespondWith(200, json(object("user_id", "user123", "exists", true, "name", like("Alice"))));

        Answer answer = order(users.url(), "{\"user_id\": \"user123\", \"item\": \"book\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("order_id").asText()).isEqualTo("order-1");
    }

    @Test
    void refuses_an_order_of_an_unknown_user(Stub users) throws Exception {
        users.uponReceiving("a request for an unknown user")
                .get("/users/nobody")
                .willRespondWith(404, json(object("user_id", "nobody", "exists", false)));

        assertThat(order(users.url(), "{\"user_id\": \"nobody\", \"item\": \"book\"}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"user_id\": \"user123\"}",
                "{\"item\": \"book\"}",
                "{\"user_id\": \"\", \"item\": \"book\"}"
            })
    void refuses_an_order_with_a_missing_field_without_asking_anybody(String body, Stub users) throws Exception {
        assertThat(order(users.url(), body).status()).isEqualTo(400);
    }

    @Test
    void reports_that_the_user_service_cannot_be_reached() throws Exception {
        assertThat(order("http://127.0.0.1:1", "{\"user_id\": \"user123\", \"item\": \"book\"}")
                        .status())
                .isEqualTo(500);
    }

    private record Answer(int status, JsonNode body) {}

    private static Answer order(String userService, String body) throws Exception {
        try (OrderService service = OrderService.start(new Options(0, userService, false), new Orders())) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/orders"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        }
    }
}
