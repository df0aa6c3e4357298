package dev.contract.openapi.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.openapi.document.OpenApiDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Documents made at random, exchanges that keep to them, and what is found when one thing of these is changed. */
class PromiseLawsTest {

    /** A document, and an exchange of the one operation that it has. */
    private record Described(JsonObject document, Exchange exchange, long seed) {
        static Described of(RandomGenerator random) {
            boolean isLater = random.nextBoolean();
            Map<String, JsonValue> components = new LinkedHashMap<>();
            RandomShape.Made sent = new RandomShape(random, isLater, false, components).root();
            RandomShape.Made received = new RandomShape(random, isLater, true, components).root();
            String type = List.of(
                            "application/json",
                            "application/vnd.shop.v2+json",
                            "application/problem+json; charset=utf-8")
                    .get(random.nextInt(3));
            JsonObject document = (JsonObject) JsonReader.read("""
                    {"openapi": "%s", "info": {"title": "shop", "version": "1"},
                     "servers": [{"url": "https://shop.example/api"}],
                     "paths": {"/orders/{id}/lines": {"post": {
                       "security": [{"bearer": []}],
                       "parameters": [
                         {"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}},
                         {"name": "limit", "in": "query", "required": true, "schema": {"type": "integer", "maximum": 9}},
                         {"name": "status", "in": "query", "explode": %s, "schema": {"type": "array", "items": {"enum": ["open", "paid"]}}},
                         {"name": "X-Trace", "in": "header", "schema": {"type": "string", "pattern": "^[a-f]+$"}}],
                       "requestBody": {"required": true, "content": {"%s": {"schema": %s}}},
                       "responses": {
                         "200": {"description": "fine", "headers": {"X-Left": {"schema": {"type": "integer"}}}, "content": {"%s": {"schema": %s}}},
                         "204": {"description": "nothing"}}}}},
                     "components": {
                       "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
                       "schemas": %s}}
                    """.formatted(
                            isLater ? "3.1.0" : "3.0.3",
                            random.nextBoolean(),
                            type,
                            sent.schema().toJson(),
                            type,
                            received.schema().toJson(),
                            JsonObject.of(components).toJson()));
            Headers typed = Headers.of("Content-Type", type);
            HttpRequest request = new HttpRequest(
                    "POST",
                    "/api/orders/" + random.nextInt(100) + "/lines",
                    Query.parse("limit=" + random.nextInt(10)),
                    typed.with("Authorization", "Bearer of-gold").with("X-Trace", "abc"),
                    Body.json(sent.value(), ContentType.of(type)));
            HttpResponse response =
                    new HttpResponse(200, typed.with("X-Left", "7"), Body.json(received.value(), ContentType.of(type)));
            return new Described(document, new Exchange(request, response), random.nextLong());
        }
    }

    private record Exchange(HttpRequest request, HttpResponse response) {
        Exchange sending(UnaryOperator<HttpRequest> change) {
            return new Exchange(change.apply(request), response);
        }

        Exchange receiving(UnaryOperator<HttpResponse> change) {
            return new Exchange(request, change.apply(response));
        }
    }

    /** Each way to break the promise of a document, and what is to be found then. */
    private static final Map<String, Change> CHANGES = new LinkedHashMap<>();

    private record Change(PromiseCode code, BiFunction<Exchange, RandomGenerator, Exchange> change) {}

    private static void sending(PromiseCode code, String what, UnaryOperator<HttpRequest> change) {
        CHANGES.put(what, new Change(code, (exchange, random) -> exchange.sending(change)));
    }

    private static void receiving(PromiseCode code, String what, UnaryOperator<HttpResponse> change) {
        CHANGES.put(what, new Change(code, (exchange, random) -> exchange.receiving(change)));
    }

    static {
        sending(
                PromiseCode.REQUEST_PATH_OR_METHOD_UNKNOWN,
                "another path",
                each -> each.withPath(each.path() + "/all"));
        sending(
                PromiseCode.REQUEST_BASE_PATH_MISSING,
                "no base path",
                each -> each.withPath(each.path().substring(4)));
        sending(
                PromiseCode.REQUEST_PATH_OR_METHOD_UNKNOWN,
                "a word for a number",
                each -> each.withPath("/api/orders/me/lines"));
        sending(
                PromiseCode.REQUEST_PATH_OR_METHOD_UNKNOWN,
                "another method",
                each -> new HttpRequest("PUT", each.path(), each.query(), each.headers(), each.body()));
        sending(
                PromiseCode.REQUEST_AUTHORIZATION_MISSING,
                "nobody asks",
                each -> each.withHeaders(each.headers().without("Authorization")));
        sending(PromiseCode.REQUEST_QUERY_INCOMPATIBLE, "no limit", each -> each.withQuery(Query.EMPTY));
        sending(
                PromiseCode.REQUEST_QUERY_INCOMPATIBLE,
                "too high a limit",
                each -> each.withQuery(Query.parse("limit=10")));
        sending(
                PromiseCode.REQUEST_QUERY_INCOMPATIBLE,
                "an unknown status",
                each -> each.withQuery(Query.parse("limit=1&status=open&status=lost")));
        sending(PromiseCode.REQUEST_QUERY_UNKNOWN, "an order", each -> each.withQuery(Query.parse("limit=1&sort=up")));
        sending(PromiseCode.REQUEST_HEADER_INCOMPATIBLE, "a wrong trace", each -> each.withHeader("X-Trace", "xyz"));
        sending(PromiseCode.REQUEST_HEADER_UNKNOWN, "another header", each -> each.withHeader("X-Other", "1"));
        sending(PromiseCode.REQUEST_ACCEPT_INCOMPATIBLE, "HTML wanted", each -> each.withHeader("Accept", "text/html"));
        sending(
                PromiseCode.REQUEST_CONTENT_TYPE_INCOMPATIBLE,
                "XML sent",
                each -> each.withHeader("Content-Type", "text/xml"));
        sending(
                PromiseCode.REQUEST_CONTENT_TYPE_MISSING,
                "no type sent",
                each -> each.withHeaders(each.headers().without("Content-Type")));
        sending(PromiseCode.REQUEST_BODY_INCOMPATIBLE, "nothing sent", each -> each.withBody(Body.MISSING));
        CHANGES.put(
                "another kind sent",
                new Change(
                        PromiseCode.REQUEST_BODY_INCOMPATIBLE,
                        (exchange, random) -> exchange.sending(each -> each.withBody(otherKind(each.body(), random)))));
        receiving(PromiseCode.RESPONSE_STATUS_UNKNOWN, "another status", each -> each.withStatus(201));
        receiving(PromiseCode.RESPONSE_HEADER_UNKNOWN, "more headers", each -> each.withHeader("X-Other", "1"));
        receiving(
                PromiseCode.RESPONSE_HEADER_INCOMPATIBLE, "a wrong header", each -> each.withHeader("X-Left", "some"));
        receiving(
                PromiseCode.RESPONSE_CONTENT_TYPE_INCOMPATIBLE,
                "XML answered",
                each -> each.withHeader("Content-Type", "text/xml"));
        receiving(
                PromiseCode.RESPONSE_CONTENT_TYPE_MISSING,
                "no type answered",
                each -> each.withHeaders(each.headers().without("Content-Type")));
        receiving(PromiseCode.RESPONSE_BODY_UNKNOWN, "a body where none is described", each -> each.withHeaders(
                        Headers.EMPTY)
                .withStatus(204));
        CHANGES.put(
                "another kind answered",
                new Change(
                        PromiseCode.RESPONSE_BODY_INCOMPATIBLE,
                        (exchange, random) ->
                                exchange.receiving(each -> each.withBody(otherKind(each.body(), random)))));
        CHANGES.put(
                "a property more answered",
                new Change(
                        PromiseCode.RESPONSE_BODY_INCOMPATIBLE,
                        (exchange, random) -> exchange.receiving(each -> each.withBody(more(each.body(), random)))));
    }

    private static Body otherKind(Body body, RandomGenerator random) {
        JsonValue other = JsonReader.read("{\"nobody\": {\"knows\": \"it\"}}");
        return changed(body, random, each -> !each.isContainer(), each -> other);
    }

    private static Body more(Body body, RandomGenerator random) {
        return changed(body, random, JsonObject.class::isInstance, each -> ((JsonObject) each)
                .with("nobody", JsonReader.read("{\"knows\": \"it\"}")));
    }

    /** With one of the values that can be changed changed. */
    private static Body changed(
            Body body, RandomGenerator random, Predicate<JsonValue> can, UnaryOperator<JsonValue> change) {
        JsonValue root = JsonReader.read(body.bytes());
        List<JsonValue> all = new ArrayList<>();
        rebuilt(root, each -> {
            if (can.test(each)) {
                all.add(each);
            }
            return each;
        });
        int chosen = random.nextInt(all.size());
        int[] met = {0};
        JsonValue rebuilt = rebuilt(root, each -> can.test(each) && met[0]++ == chosen ? change.apply(each) : each);
        return Body.json(rebuilt, body.contentType().orElseThrow());
    }

    private static JsonValue rebuilt(JsonValue value, UnaryOperator<JsonValue> change) {
        if (value instanceof JsonArray array) {
            return change.apply(JsonArray.of(
                    array.stream().map(each -> rebuilt(each, change)).toList()));
        }
        if (value instanceof JsonObject object) {
            JsonObject.Builder same = JsonObject.builder();
            object.forEach((name, each) -> same.put(name, rebuilt(each, change)));
            return change.apply(same.build());
        }
        return change.apply(value);
    }

    @Test
    void an_exchange_that_keeps_to_the_document_is_promised_and_each_change_is_found_as_what_it_is() {
        Law.holdsFor(Described::of, described -> {
            PromiseCheck check = new PromiseCheck(OpenApiDocument.read(
                    "document.json", described.document().toJson().getBytes(StandardCharsets.UTF_8)));
            assertThat(found(check, described.exchange())).isEmpty();
            RandomGenerator random = new SplittableRandom(described.seed());
            CHANGES.forEach((what, change) -> {
                Exchange changed = change.change().apply(described.exchange(), random);
                assertThat(found(check, changed))
                        .as(() -> what + ": " + changed)
                        .isNotEmpty()
                        .allMatch(finding -> finding.code() == change.code());
            });
        });
    }

    private static List<PromiseFinding> found(PromiseCheck check, Exchange exchange) {
        return check.check(exchange.request(), exchange.response());
    }
}
