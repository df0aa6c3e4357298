package dev.contract.samples.immunizationdecider;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * The three services that a decision needs, asked in the name of one request: each hears its id. Thread-safe.
 *
 * @param options where they are
 * @param requestId goes along as {@code X-Request-ID}
 */
record Services(Options options, String requestId) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Of a user's profile only this is read. */
    private record Profile(@JsonProperty("birth_date") String birthDate) {}

    private record Entry(String vaccine, String date) {
        Immunization immunization() {
            return new Immunization(vaccine, LocalDate.parse(date));
        }
    }

    private record History(List<Entry> immunizations) {}

    LocalDate birthDate(String userId) throws IOException, InterruptedException {
        Profile profile = get(options.users() + "/users/" + userId, Profile.class);
        return LocalDate.parse(profile.birthDate());
    }

    List<Immunization> history(String userId) throws IOException, InterruptedException {
        History history = get(options.history() + "/immunizations?user_id=" + userId, History.class);
        return history.immunizations().stream().map(Entry::immunization).toList();
    }

    /** Tells the pharmacy what it may give. */
    void tellPharmacy(String userId, List<String> available) throws IOException, InterruptedException {
        ObjectNode notice = JSON.createObjectNode().put("user_id", userId);
        available.forEach(notice.putArray("available")::add);
        HttpRequest.Builder request = request(options.pharmacy() + "/availabilities")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(notice.toString()));
        send(request, 202);
    }

    private <T> T get(String url, Class<T> type) throws IOException, InterruptedException {
        return JSON.readValue(send(request(url).header("Accept", "application/json"), 200), type);
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("X-Request-ID", requestId)
                .timeout(Duration.ofSeconds(5));
    }

    private static byte[] send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != expected) {
            throw new IOException(response.uri() + " answered " + response.statusCode());
        }
        return response.body();
    }
}
