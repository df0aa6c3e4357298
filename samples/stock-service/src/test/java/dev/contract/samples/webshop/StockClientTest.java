package dev.contract.samples.webshop;

import static dev.contract.consumer.Matchers.eachLike;
import static dev.contract.consumer.Matchers.fromProviderState;
import static dev.contract.consumer.Matchers.integer;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Stub;
import dev.contract.consumer.junit.ConsumerTest;
import dev.contract.samples.webshop.StockClient.Item;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the web shop expects of the stock service. Ids are the database's, so the states tell them; each state has a shop of its own. */
@ConsumerTest(consumer = "web-shop", provider = "stock-service", directory = "../contracts")
class StockClientTest {
    private static final String IN_STOCK = "an item is in stock";

    @Test
    void finds_an_item(Stub stock) throws Exception {
        stock.given(IN_STOCK, Map.of("shop", "tea-house", "name", "green tea", "count", 5))
                .uponReceiving("a request for an item")
                .get(fromProviderState("/shops/tea-house/items/${id}", "/shops/tea-house/items/1"))
                .willRespondWith(
                        200,
                        json(object("item_id", fromProviderState("${id}", 1), "name", "green tea", "in_stock", 5)));

        assertThat(new StockClient(stock.url() + "/shops/tea-house").item(1)).contains(new Item(1, "green tea", 5));
    }

    @Test
    void finds_nothing_where_there_is_no_item(Stub stock) throws Exception {
        stock.uponReceiving("a request for an item that is not there")
                .get("/shops/no-shop/items/1")
                .willRespondWith(404, json(object("error", like("no such item"))));

        assertThat(new StockClient(stock.url() + "/shops/no-shop").item(1)).isEmpty();
    }

    @Test
    void lists_the_items_of_a_shop(Stub stock) throws Exception {
        stock.given(IN_STOCK, Map.of("shop", "coffee-bar", "name", "espresso", "count", 3))
                .given(IN_STOCK, Map.of("shop", "coffee-bar", "name", "mocha", "count", 7))
                .uponReceiving("a request for all items of a shop")
                .get("/shops/coffee-bar/items")
                .willRespondWith(
                        200,
                        json(object(
                                "items",
                                eachLike(object(
                                        "item_id", integer(1), "name", like("espresso"), "in_stock", integer(3))))));

        assertThat(new StockClient(stock.url() + "/shops/coffee-bar").items())
                .containsExactly(new Item(1, "espresso", 3));
    }

    @Test
    void reserves_what_is_there(Stub stock) throws Exception {
        stock.given(IN_STOCK, Map.of("shop", "book-store", "name", "atlas", "count", 2))
                .uponReceiving("a reservation")
                .post(fromProviderState(
                        "/shops/book-store/items/${id}/reservations", "/shops/book-store/items/1/reservations"))
                .withBody(json(object("count", 2)))
                .willRespondWith(201, json(object("reservation_id", integer(1), "count", 2)));

        assertThat(new StockClient(stock.url() + "/shops/book-store").reserve(1, 2))
                .isTrue();
    }

    @Test
    void cannot_reserve_more_than_there_is(Stub stock) throws Exception {
        stock.given(IN_STOCK, Map.of("shop", "lamp-store", "name", "lamp", "count", 1))
                .uponReceiving("a reservation of more than there is")
                .post(fromProviderState(
                        "/shops/lamp-store/items/${id}/reservations", "/shops/lamp-store/items/1/reservations"))
                .withBody(json(object("count", 2)))
                .willRespondWith(409, json(object("error", like("there are not as many"))));

        assertThat(new StockClient(stock.url() + "/shops/lamp-store").reserve(1, 2))
                .isFalse();
    }
}
