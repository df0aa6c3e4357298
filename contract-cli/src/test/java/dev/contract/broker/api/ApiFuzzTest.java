package dev.contract.broker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.Broker;
import dev.contract.broker.BrokerSettings;
import dev.contract.broker.Browser;
import dev.contract.broker.HtmlCheck;
import dev.contract.broker.store.DatabaseAddress;
import dev.contract.broker.store.TestPostgres;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests to every route that nobody should send. {@code -Dbroker.fuzz=N} sends N to a route, {@code -Dbroker.fuzz.seed=N} others; a failure names
 * the request.
 */
class ApiFuzzTest {
    private static final int TO_A_ROUTE = Integer.getInteger("broker.fuzz", 2);
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
    private static final long SEED = Long.getLong("broker.fuzz.seed", 20261122);

    @TempDir
    private Path folder;

    @Test
    void no_request_breaks_the_broker_or_is_stored_in_part() {
        Path empty = folder.resolve("empty.db");
        Broker.open(empty).close();
        AtomicInteger copies = new AtomicInteger();
        send(() -> {
            Path copy = folder.resolve(copies.incrementAndGet() + ".db");
            Files.copy(empty, copy);
            return DatabaseAddress.file(copy);
        });
    }

    @Test
    @EnabledIf("dev.contract.broker.store.TestPostgres#isPossible")
    void none_does_on_postgresql_either() {
        send(TestPostgres::database);
    }

    private static void send(Callable<DatabaseAddress> databases) {
        HostileRequests requests = new HostileRequests(SEED);
        for (int round = 0; round < TO_A_ROUTE; round++) {
            try (Broker broker = open(databases)) {
                HostileRequests.friendly().forEach(request -> assertThat(
                                broker.routes().apply(request).status())
                        .as(request::toString)
                        .isBetween(200, 299));
                String kept = kept(broker);
                for (Route route : broker.routes().table().all()) {
                    HttpRequest request = requests.to(route);
                    kept = check(broker, request, kept);
                    kept = check(broker, request.withHeader("Accept", Browser.ACCEPT), kept);
                }
            }
        }
    }

    private static Broker open(Callable<DatabaseAddress> databases) {
        try {
            return Broker.open(BrokerSettings.of(databases.call())
                    .withApi(ApiSettings.DEFAULT.withBaseUrls(List.of("http://broker.test"))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is kept afterwards: the same, unless the request was taken. */
    private static String check(Broker broker, HttpRequest request, String before) {
        HttpResponse response = broker.routes().apply(request);
        String what = shown(request) + "\n" + response.status() + " " + shown(response);

        assertThat(response.status()).as(what).isBetween(200, 499);
        response.headers().forEach((name, values) -> assertThat(values).as(what).allMatch(ApiFuzzTest::isPrintable));
        String after = LOOKING.contains(request.method()) ? before : kept(broker);
        if (response.status() >= 400) {
            assertThat(after).as(what).isEqualTo(before);
            assertThat(says(response, request)).as(what).isTrue();
        }
        assertThat(faults(response)).as(what).isEmpty();
        return after;
    }

    /** How much of everything there is; it changes with whatever is stored. */
    private static String kept(Broker broker) {
        return broker.routes().apply(HttpRequest.of("GET", "/metrics")).body().text();
    }

    private static boolean isPrintable(String value) {
        return value.chars().allMatch(each -> each >= ' ' && each < 127);
    }

    /** What is wrong with markup that came. */
    private static List<String> faults(HttpResponse response) {
        if (!response.body().isPresent()) {
            return List.of();
        }
        String text = response.body().text();
        String type = response.headers().first("Content-Type").orElse("");
        if (type.contains("html")) {
            return text.startsWith("<!DOCTYPE") ? HtmlCheck.faults(text) : List.of();
        }
        return type.contains("svg") && text.contains("<script") ? List.of("a script in a picture") : List.of();
    }

    /** Whether a complaint says what is wrong: in words, by field, or as a problem document; a HEAD has none. */
    private static boolean says(HttpResponse response, HttpRequest request) {
        if (request.method().equals("HEAD")) {
            return !response.body().isPresent();
        }
        if (Browsing.wantsPage(meant(request, response))) {
            return response.body().text().contains("<p class=\"lead\">");
        }
        JsonObject body = json(response);
        return body.string("error").filter(text -> !text.isBlank()).isPresent()
                || body.string("detail").filter(text -> !text.isBlank()).isPresent()
                || body.array("errors").filter(list -> !list.isEmpty()).isPresent()
                || body.object("errors").filter(fields -> !fields.isEmpty()).isPresent();
    }

    /** A type at the end of the path outweighs the one that is accepted, unless nothing is there without that end. */
    private static HttpRequest meant(HttpRequest request, HttpResponse response) {
        return response.status() == 404 ? request : TypeSuffix.taken(request).orElse(request);
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
