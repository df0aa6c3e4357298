package dev.contract.samples.orderservice;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.util.Optional;

/** Asks the user service. Thread-safe. */
final class UserClient {
    /** A user as the user service tells it, as far as this service reads it. */
    record User(@JsonProperty("user_id") String id, boolean exists, String name) {}

    /** The user service did not give a usable answer. */
    static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unavailable(String message) {
            super(message);
        }
    }

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String baseUrl;

    UserClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * The user of this id; empty when there is none.
     *
     * @throws Unavailable if the user service cannot be reached or answers with an error
     */
    Optional<User> find(String userId) {
        String path = "/users/" + URLEncoder.encode(userId, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 ->
                    Optional.of(JSON.readValue(response.body(), User.class)).filter(User::exists);
                case 404 -> Optional.empty();
                default -> throw new Unavailable("the user service answered " + response.statusCode());
            };
        } catch (IOException e) {
            throw new Unavailable("the user service cannot be reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while asking the user service");
        }
    }
}
