package dev.contract.samples.newsletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The first line of a letter, for which the user service knows the name. Thread-safe. */
final class Salutation {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String users;

    Salutation(String users) {
        this.users = users;
    }

    String of(String userId) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(users + "/users/" + userId)).build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        JsonNode user = JSON.readTree(response.body());
        return user.path("exists").asBoolean() ? "Dear " + user.path("name").asText() + "," : "Hello,";
    }
}
