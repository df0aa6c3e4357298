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
            contents(
                    "message-xml-exact",
                    "application/xml",
                    List.of("<order><item>tea</item></order>"),
                    List.of("<order><item>milk</item></order>", "<order/>")),
            contents("message-text-regex", "text/plain", List.of("hello", "hi"), List.of("bye")),
            contents(
                    "message-binary",
                    "image/png",
                    List.of(OtherBodyCases.picture()),
                    List.of(OtherBodyCases.otherPicture(), "hello")),
            contents(
                    "message-picture-like",
                    "image/png",
                    List.of(OtherBodyCases.picture(), OtherBodyCases.otherPicture()),
                    List.of("hello")),
            contents(
                    "message-generated",
                    JSON,
                    List.of("{\"v\": 42}", "{\"v\": 7}"),
                    List.of("{\"v\": 1.5}", "{\"v\": \"x\"}", "{}")),
            contents("message-from-state", JSON, List.of("{\"v\": 42}"), List.of("{}")),
            metadata("message-number", List.of("{\"n\": 3}"), List.of("{\"n\": 4}", "{\"n\": \"3\"}", "{}")),
            metadata("message-integer-number", List.of("{\"n\": 3}", "{\"n\": 4}"), List.of("{\"n\": \"x\"}", "{}")),
            metadata(
                    "message-object",
                    List.of("{\"o\": {\"a\": [1]}}"),
                    List.of("{\"o\": {\"a\": [2]}}", "{\"o\": \"x\"}", "{}")),
            metadata(
                    "message-metadata-generated",
                    List.of("{\"id\": \"936da01f-9abd-4d9d-80c7-02af85c822a8\"}"),
                    List.of("{\"id\": \"x\"}", "{}")),
            metadata(
                    "message-metadata-date",
                    List.of("{\"on\": \"2024-02-29\"}"),
                    List.of("{\"on\": \"29.02.2024\"}", "{}")),
            metadata("message-topic", List.of("{\"topic\": \"orders\"}"), List.of("{\"topic\": \"users\"}", "{}")),
            metadata("message-id", List.of("{\"id\": \"7\"}", "{\"id\": \"123\"}"), List.of("{\"id\": \"x\"}", "{}")),
            contents("answer-text-like", "text/plain", List.of("hello", "bye"), List.of(OtherBodyCases.picture())),
            contents(
                    "answer-picture-like",
                    "image/png",
                    List.of(OtherBodyCases.picture(), OtherBodyCases.otherPicture()),
                    List.of("hello")),
            contents("answer-text", "text/plain", List.of("hello"), List.of("bye")),
            contents(
                    "answer-binary",
                    "image/png",
                    List.of(OtherBodyCases.picture()),
                    List.of(OtherBodyCases.otherPicture(), "hello")),
            metadata(
                    "answer-metadata",
                    List.of("{\"id\": \"7\"}", "{\"id\": \"123\"}"),
                    List.of("{\"id\": \"x\"}", "{}")),
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
                .withBody(Body.of(contents.getBytes(StandardCharsets.ISO_8859_1), type));
    }
}
