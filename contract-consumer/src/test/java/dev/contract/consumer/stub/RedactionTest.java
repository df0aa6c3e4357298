package dev.contract.consumer.stub;

import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.regex;
import static dev.contract.consumer.Matchers.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.Stub;
import dev.contract.consumer.journal.Exchange;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.model.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a request must not be shown, and what a test may ask for nevertheless. */
class RedactionTest {
    private static final List<String> SECRETS = List.of(
            "s3cr3t-of-alice",
            "proxy-s3cr3t",
            "sid-0815",
            "key-0816",
            "hunter-2",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.k7Qx0Rz3vB9mTn2WpL5h",
            "4539 5787 6362 1486",
            "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5z");

    private static final HttpRequest REQUEST = HttpRequest.of("POST", "/orders")
            .withQuery(Query.parse("access_token=key-0816&page=2"))
            .withHeader("Authorization", "Bearer s3cr3t-of-alice")
            .withHeader("Proxy-Authorization", "Basic proxy-s3cr3t")
            .withHeader("Cookie", "session=sid-0815")
            .withHeader("X-Api-Key", "key-0816")
            .withHeader("X-Trace", "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5z")
            .withHeader("X-Request-ID", "e2490de5-5bd3-43d5-b7c4-526e33f71304")
            .withBody(Body.text("""
                {"password": "hunter-2", "note": "pay with 4539 5787 6362 1486", "item": "tea",
                 "claim": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.k7Qx0Rz3vB9mTn2WpL5h"}""", ContentType.JSON));

    private final StubScope scope = StubScope.open(StubSettings.DEFAULT);
    private final Stub orders = new Stub("shop", "orders", scope, SpecVersion.V4);

    @AfterEach
    void stop() {
        scope.close();
    }

    private Answer send(HttpRequest request) {
        return (Answer) scope.expectations().answer(request, "http://127.0.0.1:1");
    }

    @Test
    void hides_secrets_in_whatever_is_printed_served_or_said_of_a_request() {
        orders.uponReceiving("an order")
                .post("/orders")
                .withHeader("Authorization", regex("Basic .+", "Basic dXNlcjpwYXNz"))
                .withBody(json(object("item", "coffee", "password", "none")))
                .willRespondWith(201);
        String answer = new String(send(REQUEST).body(), StandardCharsets.UTF_8);

        Exchange exchange = orders.journal().last();
        assertThat(List.of(
                        exchange.toString(),
                        everything(exchange.masked()),
                        orders.journal().toString(),
                        exchange.request().toString(),
                        scope.expectations().verdict().describe("shop", "orders"),
                        answer))
                .allSatisfy(text -> assertThat(text).contains("page=2").doesNotContain(SECRETS));
        assertThatThrownBy(() -> exchange.request().json("$.none"))
                .satisfies(e -> assertThat(e.getMessage()).contains("tea").doesNotContain(SECRETS));
        assertThatThrownBy(() -> orders.journal().inOrder("an order"))
                .satisfies(e -> assertThat(e.getMessage()).contains("page=2").doesNotContain(SECRETS));
    }

    @Test
    void says_that_it_hid_something_and_where_it_is() {
        orders.uponReceiving("an order")
                .get("/orders")
                .withHeader("Authorization", "Bearer good")
                .willRespondWith(200);
        send(HttpRequest.of("GET", "/orders").withHeader("Authorization", "Bearer wrong"));

        assertThat(scope.expectations().verdict().describe("shop", "orders")).isEqualTo("""
                CONTRACT-UNEXPECTED  shop sent a request that orders is not declared to answer
                  sent      GET /orders
                  expected  GET /orders
                  by        "an order", which never came
                  header    Expected header 'Authorization' to have value '***' but was '***'
                  masked    what looks like a secret; the stub's journal() has it as it came
                  mend      correct the request that the client sends, or the one that is declared""");
        assertThat(orders.journal().last().request().header("Authorization")).contains("Bearer wrong");
    }

    /** All that an exchange can tell. */
    private static String everything(Exchange exchange) {
        return exchange.request().asHttpRequest() + " " + exchange.request().text() + " " + exchange.response() + " "
                + exchange.response().orElseThrow().body().text();
    }

    @Test
    void masks_an_exchange_that_is_to_be_served() {
        orders.uponReceiving("an order")
                .get("/orders")
                .withQuery("token", "t0p")
                .willRespondWith(response(200)
                        .withHeader("Set-Cookie", "sid=abc; Path=/")
                        .withBody(json(object("token", "t0p", "id", 7))));
        send(HttpRequest.of("GET", "/orders")
                .withQuery(Query.parse("token=t0p"))
                .withHeader("Cookie", "a=1; b=2"));
        Exchange masked = orders.journal().last().masked();

        assertThat(masked).hasToString("#1 GET /orders?token=*** -> 200, \"an order\"");
        assertThat(masked.request().cookies()).containsOnly(Map.entry("a", "***"), Map.entry("b", "***"));
        assertThat(masked.response().orElseThrow().headers().values("Set-Cookie"))
                .containsExactly("sid=***; Path=/");
        assertThat(masked.response().orElseThrow().body().text()).isEqualTo("{\"token\":\"***\",\"id\":7}");
        assertThat(masked.masked().toString()).isEqualTo(masked.toString());
    }

    @Test
    void leaves_to_a_test_what_it_asks_for_itself() {
        orders.uponReceiving("an order").stubOnly().post("/orders").willRespondWith(201);
        send(REQUEST);

        assertThat(orders.journal().last().request().header("Authorization")).contains("Bearer s3cr3t-of-alice");
        assertThat(orders.journal().last().request().cookies()).containsEntry("session", "sid-0815");
        assertThat(orders.journal().last().request().json("$.password")).isEqualTo("hunter-2");
    }

    @Test
    void leaves_what_is_no_secret() {
        send(REQUEST);

        assertThat(everything(orders.journal().last().masked()))
                .contains("e2490de5-5bd3-43d5-b7c4-526e33f71304", "tea");
    }
}
