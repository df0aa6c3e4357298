package dev.contract.samples.immunizationdecider;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks for decisions as the users of the service do: it gets 202, and fetches until there is one. */
record DecisionClient(String url) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);

    Decision decisionFor(String userId, String requestId) throws IOException, InterruptedException {
        HttpResponse<byte[]> accepted = ask("{\"user_id\": \"" + userId + "\"}", requestId);
        if (accepted.statusCode() != 202) {
            throw new IOException("answered " + accepted.statusCode());
        }
        return untilItIsDone(url + accepted.headers().firstValue("Location").orElseThrow());
    }

    HttpResponse<byte[]> ask(String body, String requestId) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url + "/decisions"))
                        .header("X-Request-ID", requestId)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static Decision untilItIsDone(String location) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            byte[] body = HTTP.send(HttpRequest.newBuilder(URI.create(location)).build(), BodyHandlers.ofByteArray())
                    .body();
            Decision decision = JSON.readValue(body, Decision.class);
            if (decision.status() != Decision.Status.PENDING) {
                return decision;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IOException("no decision at " + location + " after " + LONGEST);
    }
}
