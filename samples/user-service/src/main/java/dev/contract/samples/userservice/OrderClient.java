package dev.contract.samples.userservice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks the order service. Thread-safe. */
final class OrderClient {
    /** The order service did not give a usable answer. */
    static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unavailable(String message) {
            super(message);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record OrderList(List<Order> orders) {}

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String baseUrl;

    OrderClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * The orders of a user; none when the order service has never heard of the user.
     *
     * @throws Unavailable if the order service cannot be reached or answers with an error
     */
    List<Order> ordersOf(String userId) {
        String query = "?user_id=" + URLEncoder.encode(userId, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/orders" + query))
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> JSON.readValue(response.body(), OrderList.class).orders();
                case 404 -> List.of();
                default -> throw new Unavailable("the order service answered " + response.statusCode());
            };
        } catch (IOException e) {
            throw new Unavailable("the order service cannot be reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while asking the order service");
        }
    }
}
