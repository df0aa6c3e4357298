package dev.contract.openapi.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonReader;
import dev.contract.openapi.document.OpenApiDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromiseCheckTest {
    private static final PromiseCheck CHECK =
            new PromiseCheck(OpenApiDocument.read("openapi.yaml", """
            openapi: 3.0.3
            info: {title: things, version: "1"}
            servers: [{url: /api}]
            paths:
              /things:
                get:
                  responses:
                    "200":
                      description: them
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              a: {allOf: [{type: object, properties: {x: {type: integer}}}]}
                              ab: {type: integer}
            """.getBytes(StandardCharsets.UTF_8)));

    private static List<PromiseFinding> found(String method, String path, String body) {
        HttpResponse response = HttpResponse.of(200)
                .withHeader("Content-Type", "application/json")
                .withBody(Body.json(JsonReader.read(body)));
        return CHECK.check(HttpRequest.of(method, path), response);
    }

    @Test
    void what_is_not_described_is_told_beside_what_is_wrong_in_a_property_with_a_similar_name() {
        assertThat(found("GET", "/api/things", "{\"a\": {\"y\": 1}, \"ab\": \"no\"}"))
                .extracting(PromiseFinding::where, PromiseFinding::sentence)
                .containsExactlyInAnyOrder(
                        tuple("response.body.a.y", "is not described by the document"),
                        tuple("response.body.ab", "is to be integer"));
    }

    @Test
    void methods_are_compared_without_case() {
        assertThat(found("get", "/api/things", "{}")).isEmpty();
        assertThat(found("get", "/things", "{}"))
                .extracting(PromiseFinding::sentence)
                .containsExactly("the paths of the document are below /api");
    }
}
