package dev.contract.interop;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Messages, as the provider gives them out over HTTP: the body is the contents, a header holds the metadata. Nobody serves them. The answer to a message is
 * told from a message by nothing but the file.
 */
final class MessageCases {
    private static final String JSON = "application/json";

    static final List<Case> ALL = List.of(
            contents(
                    "message-integer",
                    JSON,
                    List.of("{\"v\": 42}", "{\"v\": 7}"),
                    List.of("{\"v\": 1.5}", "{\"v\": \"x\"}", "{}")),
            contents(
                    "message-nested",
                    JSON,
                    List.of("{\"v\": {\"id\": \"7\", \"name\": \"x\"}}", "{\"v\": {\"id\": \"8\", \"name\": \"y\"}}"),
                    List.of("{\"v\": {\"id\": \"x\", \"name\": \"x\"}}", "{\"v\": {\"id\": \"7\", \"name\": 1}}")),
            contents("message-text", "text/plain", List.of("hello"), List.of("bye")),
            contents(
                    "message-xml",
                    "application/xml",
                    List.of("<order><item>tea</item></order>", "<order><item>milk</item></order>"),
                    List.of("<order><item>TEA</item></order>", "<order/>")),
            metadata("message-topic", List.of("{\"topic\": \"orders\"}"), List.of("{\"topic\": \"users\"}", "{}")),
            metadata("message-id", List.of("{\"id\": \"7\"}", "{\"id\": \"123\"}"), List.of("{\"id\": \"x\"}", "{}")),
            contents(
                    "answer-integer",
                    JSON,
                    List.of("{\"v\": 42}", "{\"v\": 7}"),
                    List.of("{\"v\": 1.5}", "{\"v\": \"x\"}", "{}")));

    private MessageCases() {}

    private static Case contents(String name, String contentType, List<String> good, List<String> spoiled) {
        return Case.of(name, good, spoiled, text -> null, text -> message(contentType, text, "{}"));
    }

    private static Case metadata(String name, List<String> good, List<String> spoiled) {
        return Case.of(name, good, spoiled, text -> null, text -> message(JSON, "{\"v\": 42}", text));
    }

    private static HttpResponse message(String contentType, String contents, String metadata) {
        ContentType type = ContentType.parse(contentType).orElseThrow();
        String encoded = Base64.getEncoder().encodeToString(metadata.getBytes(StandardCharsets.UTF_8));
        return HttpResponse.of(200)
                .withHeader("Content-Type", contentType)
                .withHeader("Pact-Message-Metadata", encoded)
                .withBody(Body.text(contents, type));
    }
}
