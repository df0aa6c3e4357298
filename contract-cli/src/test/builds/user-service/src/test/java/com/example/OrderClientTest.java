package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.contract.consumer.Stub;
import dev.contract.consumer.junit.ConsumerTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The consumer's side. */
@ConsumerTest(consumer = "user-service", provider = "order-service")
class OrderClientTest {
    @Test
    void asks_for_orders(Stub orders) throws Exception {
        orders.uponReceiving("a request for orders").get("/orders").willRespondWith(204);

        HttpRequest request =
                HttpRequest.newBuilder(URI.create(orders.url() + "/orders")).build();
        assertEquals(
                204,
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode());
    }
}
