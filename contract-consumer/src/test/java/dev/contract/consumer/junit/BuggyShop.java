package dev.contract.consumer.junit;

import static dev.contract.consumer.Matchers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Stub;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client with ten mistakes that no example shows, and the tests of it. */
final class BuggyShop {
    /** Where the answers have to differ from their examples for each of the mistakes to show. */
    static final List<String> MISTAKES = List.of(
            "$.id",
            "$.note",
            "$.state",
            "$.placed",
            "$.items",
            "$.count",
            "$.discount",
            "$.name",
            "header X-Tags",
            "$.rating");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private enum State {
        OPEN,
        PAID
    }

    private final HttpResponse<String> response;
    private final JsonObject answer;

    private BuggyShop(Stub orders, String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(orders.url() + path)).build();
            response = HTTP.send(request, BodyHandlers.ofString());
            answer = JsonReader.read(response.body()).asObject().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String name) {
        return answer.get(name).orElseThrow().text();
    }

    private BigInteger number(String name) {
        return new BigInteger(text(name));
    }

    /** Mistake 1: an identifier that does not fit is cut, and nobody notices. */
    int id() {
        return number("id").intValue();
    }

    /** Mistake 2: who writes no note sends null. */
    int lengthOfNote() {
        return answer.string("note").orElseThrow().length();
    }

    /** Mistake 3: there are states that came later. */
    State state() {
        return State.valueOf(text("state"));
    }

    /** Mistake 4: the zone is taken for a letter. */
    LocalDateTime placed() {
        return LocalDateTime.parse(text("placed"), DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'"));
    }

    /** Mistake 5: a list may be empty. */
    String firstItem() {
        JsonArray items = answer.array("items").orElseThrow();
        return items.get(0).text();
    }

    /** Mistake 6: nothing was bought. */
    BigInteger mean() {
        return BigInteger.valueOf(1000).divide(number("count"));
    }

    /** Mistake 7: two fields that come together, until one of them comes alone. */
    String discount() {
        return answer.has("reason") ? text("discount") + " for " + text("reason") : "";
    }

    /** Mistake 8: the column is shorter than the name. */
    String name() {
        if (text("name").length() > 255) {
            throw new IllegalStateException("value too long for type character varying(255)");
        }
        return text("name");
    }

    /** Mistake 9: a header that came twice. */
    String tag() {
        List<String> lines = response.headers().allValues("X-Tags");
        if (lines.size() != 1) {
            throw new IllegalStateException("one tag expected, not " + lines);
        }
        return lines.get(0);
    }

    /** Mistake 10: stars below zero. */
    String stars() {
        return "*****".substring(0, number("rating").min(BigInteger.valueOf(5)).intValueExact());
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "orders")
    static class Tests {
        @Test
        void reads_an_order(Stub orders) {
            orders.uponReceiving("a request for an order")
                    .get("/orders/7")
                    .willRespondWith(
                            200,
                            object(
                                    "id", integer(7),
                                    "note", nullable(like("ring twice")),
                                    "state", regex("OPEN|PAID|RETURNED", "OPEN"),
                                    "placed", isoDateTime("2024-02-29T12:30:00Z")));

            BuggyShop shop = new BuggyShop(orders, "/orders/7");

            assertThat(shop.lengthOfNote()).isNotNegative();
            assertThat(shop.state()).isNotNull();
            assertThat(shop.placed()).isNotNull();
            assertThat(shop.id()).isEqualTo(Integer.parseInt(orders.answered("$.id")));
        }

        @Test
        void reads_a_cart(Stub orders) {
            orders.uponReceiving("a request for a cart")
                    .get("/cart")
                    .willRespondWith(
                            200,
                            object(
                                    "items", eachLike("tea", 0),
                                    "count", atLeast(0, 3),
                                    "discount", optional(integer(5)),
                                    "reason", optional(like("spring"))));

            BuggyShop shop = new BuggyShop(orders, "/cart");

            assertThat(shop.firstItem()).isNotNull();
            assertThat(shop.discount()).isNotNull();
            assertThat(shop.mean()).isPositive();
        }

        @Test
        void reads_a_customer(Stub orders) {
            orders.uponReceiving("a request for a customer")
                    .get("/customers/1")
                    .willRespondWith(response(200)
                            .withHeader("X-Tags", like("new"))
                            .withBody(json(object("name", like("Alice"), "city", like("Rome"), "rating", integer(4)))));

            BuggyShop shop = new BuggyShop(orders, "/customers/1");

            assertThat(shop.tag()).isNotNull();
            assertThat(shop.stars()).isNotNull();
            assertThat(shop.name()).isEqualTo("Alice");
            assertThat(shop.text("city")).isEqualTo("Rome");
        }
    }

    /** The same mistakes where one answer has them all, and hides each behind the others. */
    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "orders")
    static class OneTest {
        @Test
        void reads_all(Stub orders) {
            orders.uponReceiving("a request for all there is")
                    .get("/all")
                    .willRespondWith(response(200)
                            .withHeader("X-Tags", like("new"))
                            .withBody(json(object(
                                    "id", integer(7),
                                    "note", nullable(like("ring twice")),
                                    "state", regex("OPEN|PAID|RETURNED", "OPEN"),
                                    "placed", isoDateTime("2024-02-29T12:30:00Z"),
                                    "items", eachLike("tea", 0),
                                    "count", atLeast(0, 3),
                                    "discount", optional(integer(5)),
                                    "reason", optional(like("spring")),
                                    "name", like("Alice"),
                                    "city", like("Rome"),
                                    "rating", integer(4)))));

            BuggyShop shop = new BuggyShop(orders, "/all");

            shop.lengthOfNote();
            shop.state();
            shop.placed();
            shop.firstItem();
            shop.discount();
            shop.mean();
            shop.tag();
            shop.stars();
            shop.name();
            assertThat(shop.id()).isEqualTo(Integer.parseInt(orders.answered("$.id")));
        }
    }
}
