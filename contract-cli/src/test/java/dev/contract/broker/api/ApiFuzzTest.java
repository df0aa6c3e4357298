package dev.contract.broker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.Broker;
import dev.contract.broker.BrokerSettings;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests to every route that nobody should send. {@code -Dbroker.fuzz=N} sends N to a route, {@code -Dbroker.fuzz.seed=N} others; a failure names
 * the request.
 */
class ApiFuzzTest {
    private static final int TO_A_ROUTE = Integer.getInteger("broker.fuzz", 6);
    private static final long SEED = Long.getLong("broker.fuzz.seed", 20261122);

    @TempDir
    private Path folder;

    @Test
    void no_request_breaks_the_broker_or_is_stored_in_part() throws Exception {
        Path empty = folder.resolve("empty.db");
        List<Route> routes;
        try (Broker broker = Broker.open(empty)) {
            routes = broker.routes().table().all();
        }
        HostileRequests requests = new HostileRequests(SEED);
        for (int round = 0; round < TO_A_ROUTE; round++) {
            Path database = folder.resolve(round + ".db");
            Files.copy(empty, database);
            try (Broker broker = Broker.open(BrokerSettings.of(database)
                    .withApi(ApiSettings.DEFAULT.withBaseUrls(List.of("http://broker.test"))))) {
                HostileRequests.friendly().forEach(request -> assertThat(
                                broker.routes().apply(request).status())
                        .as(request::toString)
                        .isBetween(200, 299));
                routes.forEach(route -> check(broker, requests.to(route)));
            }
        }
    }

    private static void check(Broker broker, HttpRequest request) {
        String before = kept(broker);
        HttpResponse response = broker.routes().apply(request);
        String what = shown(request) + "\n" + response.status() + " " + shown(response);

        assertThat(response.status()).as(what).isBetween(200, 499);
        response.headers().forEach((name, values) -> assertThat(values).as(what).allMatch(ApiFuzzTest::isPrintable));
        if (response.status() >= 400) {
            assertThat(kept(broker)).as(what).isEqualTo(before);
            assertThat(says(response, request)).as(what).isTrue();
        }
        assertThat(
                        response.body().isPresent() && isMarkup(response)
                                ? response.body().text()
                                : "")
                .as(what)
                .doesNotContain("<script", "<img");
    }

    /** How much of everything there is; it changes with whatever is stored. */
    private static String kept(Broker broker) {
        return broker.routes().apply(HttpRequest.of("GET", "/metrics")).body().text();
    }

    private static boolean isPrintable(String value) {
        return value.chars().allMatch(each -> each >= ' ' && each < 127);
    }

    private static boolean isMarkup(HttpResponse response) {
        String type = response.headers().first("Content-Type").orElse("");
        return type.contains("html") || type.contains("svg");
    }

    /** Whether a complaint says what is wrong: in words, by field, or as a problem document; a HEAD has none. */
    private static boolean says(HttpResponse response, HttpRequest request) {
        if (request.method().equals("HEAD")) {
            return !response.body().isPresent();
        }
        JsonObject body = json(response);
        return body.string("error").filter(text -> !text.isBlank()).isPresent()
                || body.string("detail").filter(text -> !text.isBlank()).isPresent()
                || body.array("errors").filter(list -> !list.isEmpty()).isPresent()
                || body.object("errors").filter(fields -> !fields.isEmpty()).isPresent();
    }

    private static JsonObject json(HttpResponse response) {
        try {
            return JsonReader.read(response.body().bytes()).asObject().orElse(JsonObject.EMPTY);
        } catch (JsonSyntaxException e) {
            return JsonObject.EMPTY;
        }
    }

    private static String shown(HttpRequest request) {
        String body = request.body().isPresent() ? request.body().text() : "";
        return request.method() + " " + request.path() + "?" + request.query() + "\n" + request.headers() + "\n"
                + body.substring(0, Math.min(2000, body.length()));
    }

    private static String shown(HttpResponse response) {
        String body = response.body().isPresent() ? response.body().text() : "";
        return response.headers() + "\n" + body.substring(0, Math.min(2000, body.length()));
    }
}
