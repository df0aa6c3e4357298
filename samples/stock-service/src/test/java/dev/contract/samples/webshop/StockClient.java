package dev.contract.samples.webshop;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the stock service. */
final class StockClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String shop;

    /** @param shop the URL of a shop: {@code http://…/shops/tea-house} */
    StockClient(String shop) {
        this.shop = shop;
    }

    /** An item as far as the web shop reads it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @JsonProperty("item_id") long id,
            String name,
            @JsonProperty("in_stock") int inStock) {}

    private record Items(List<Item> items) {}

    Optional<Item> item(long id) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(request("/items/" + id));
        return response.statusCode() == 404
                ? Optional.empty()
                : Optional.of(JSON.readValue(response.body(), Item.class));
    }

    List<Item> items() throws IOException, InterruptedException {
        return JSON.readValue(send(request("/items")).body(), Items.class).items();
    }

    /** Whether there was enough of it. */
    boolean reserve(long id, int count) throws IOException, InterruptedException {
        byte[] body = JSON.writeValueAsBytes(Map.of("count", count));
        HttpRequest.Builder request = request("/items/" + id + "/reservations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        return send(request).statusCode() == 201;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(shop + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }
}
