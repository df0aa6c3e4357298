package dev.contract.samples.userservice;

import static dev.contract.consumer.Matchers.eachLike;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.Stub;
import dev.contract.consumer.junit.ConsumerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user service expects of the order service. */
@ConsumerTest(consumer = "user-service", provider = "order-service", directory = "../contracts")
class OrderClientTest {

    @Test
    void lists_the_orders_of_a_user(Stub orders) {
        orders.given("user user123 ordered a book")
                .uponReceiving("a request for the orders of user user123")
                .get("/orders")
                .withQuery("user_id", "user123")
                .willRespondWith(
                        200,
                        json(object(
                                "orders",
                                eachLike(object("order_id", regex("order-\\d+", "order-1"), "item", like("book"))))));

        assertThat(new OrderClient(orders.url()).ordersOf("user123")).containsExactly(new Order("order-1", "book"));
    }

    @Test
    void finds_no_orders_where_nothing_was_ordered(Stub orders) {
        orders.uponReceiving("a request for the orders of an unknown user")
                .get("/orders")
                .withQuery("user_id", "nobody")
                .willRespondWith(404, json(object("error", like("no orders of nobody"))));

        assertThat(new OrderClient(orders.url()).ordersOf("nobody")).isEmpty();
    }

    @Test
    void reports_an_error_of_the_order_service(Stub orders) {
        orders.given("the order store is down")
                .uponReceiving("a request while the order store is down")
                .get("/orders")
                .withQuery("user_id", "user123")
                .willRespondWith(500, json(object("error", like("the order store is down"))));

        assertThatThrownBy(() -> new OrderClient(orders.url()).ordersOf("user123"))
                .isInstanceOf(OrderClient.Unavailable.class)
                .hasMessage("the order service answered 500");
    }

    @ParameterizedTest
    @CsvSource({"user-1, book", "user-2, lamp", "user-3, chair"})
    void lists_the_orders_of_each_of_several_users(String user, String item, Stub orders) {
        orders.given("user " + user + " ordered a " + item)
                .uponReceiving("a request for the orders of user " + user)
                .get("/orders")
                .withQuery("user_id", user)
                .willRespondWith(
                        200,
                        json(object(
                                "orders", eachLike(object("order_id", regex("order-\\d+", "order-1"), "item", item)))));

        assertThat(new OrderClient(orders.url()).ordersOf(user)).containsExactly(new Order("order-1", item));
    }
}
