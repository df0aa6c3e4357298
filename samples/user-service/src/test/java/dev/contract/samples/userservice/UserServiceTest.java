package dev.contract.samples.userservice;

import static dev.contract.consumer.Matchers.eachLike;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.regex;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contract.consumer.Stub;
import dev.contract.consumer.junit.ConsumerTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The whole user service, with a stub in the place of the order service. */
@ConsumerTest(consumer = "user-service", provider = "order-service", directory = "../contracts")
class UserServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void lists_the_orders_of_an_existing_user(Stub orders) throws Exception {
        orders.given("user user123 ordered a book")
                .uponReceiving("a request for the orders of user user123")
                .get("/orders")
                .withQuery("user_id", "user123")
                .willRespondWith(
                        200,
                        json(object(
                                "orders",
                                eachLike(object("order_id", regex("order-\\d+", "order-1"), "item", like("book"))))));

        Answer answer = get(orders.url(), "/users/user123/orders");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/orders/0/item").asText()).isEqualTo("book");
    }

    @Test
    void knows_nothing_of_the_orders_of_an_unknown_user(Stub orders) throws Exception {
        assertThat(get(orders.url(), "/users/nobody/orders").status()).isEqualTo(404);
    }

    @Test
    void reports_that_the_order_service_cannot_be_reached() throws Exception {
        assertThat(get("http://127.0.0.1:1", "/users/user123/orders").status()).isEqualTo(500);
    }

    private record Answer(int status, JsonNode body) {}

    private static Answer get(String orderService, String path) throws Exception {
        Users users = new Users();
        users.save(new User("user123", "Alice"));
        try (UserService service = UserService.start(new Options(0, orderService, false, false), users)) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(service.url() + path)).build();
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        }
    }
}
