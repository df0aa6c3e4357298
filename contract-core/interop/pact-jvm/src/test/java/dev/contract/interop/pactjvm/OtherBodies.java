package dev.contract.interop.pactjvm;

import au.com.dius.pact.consumer.dsl.BodyBuilder;
import au.com.dius.pact.consumer.dsl.FormPostBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.MultipartBuilder;
import au.com.dius.pact.consumer.xml.PactXmlBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/** Bodies that are no JSON, with every word of the DSL for them. */
final class OtherBodies {
    /** A picture of one point. */
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==");

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Writing writing;

    private OtherBodies(Writing writing) {
        this.writing = writing;
    }

    static void write(Writing writing) {
        OtherBodies bodies = new OtherBodies(writing);
        bodies.texts();
        bodies.bytes();
        bodies.xml();
        bodies.forms();
        bodies.multiparts();
        bodies.uploads();
    }

    private void texts() {
        text("text-exact", "text/plain", "hello");
        text("xml-exact", "application/xml", "<order id=\"7\"><item>tea</item></order>");
        text("form-exact", FORM, "a=1&b=x+y");
        text("json-suffix", "application/vnd.order+json", "{\"v\": 1}");
    }

    private void text(String name, String type, String text) {
        writing.version3(name, request -> request.body(text, type), response -> response.body(text, type));
        writing.version4(name, request -> request.body(text, type), response -> response.body(text, type));
    }

    private void bytes() {
        writing.version3(
                "picture-like",
                request -> request.withBinaryData(PNG, "image/png"),
                response -> response.withBinaryData(PNG, "image/png"));
        writing.version4(
                "picture-like",
                request -> request.bodyMatchingContentType("image/png", PNG),
                response -> response.bodyMatchingContentType("image/png", PNG));
        writing.version4(
                "picture-exact",
                request -> request.body(PNG, "image/png"),
                response -> response.body(PNG, "image/png"));
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        writing.version4(
                "bytes-exact",
                request -> request.body(bytes, "application/octet-stream"),
                response -> response.body(bytes, "application/octet-stream"));
    }

    private void xml() {
        xml("xml-text", () -> new PactXmlBuilder("order")
                .build(root -> root.appendElement("item", Map.of(), Matchers.regexp("[a-z]+", "tea"))));
        xml("xml-attribute", () -> new PactXmlBuilder("order").build(root -> {
            root.setAttributes(Map.of("id", Matchers.regexp("\\d+", "7")));
            root.appendElement("item", Map.of(), "tea");
        }));
        xml("xml-each", () -> new PactXmlBuilder("orders")
                .build(root -> root.eachLike(
                        "order",
                        1,
                        Map.of("id", Matchers.integer(7L)),
                        order -> order.appendElement("item", Map.of(), Matchers.string("tea")))));
        xml("xml-number", () -> new PactXmlBuilder("order")
                .build(root -> root.appendElement("count", Map.of(), Matchers.integer(7L))));
        xml("xml-date", () -> new PactXmlBuilder("order")
                .build(root -> root.setAttributes(Map.of("on", Matchers.date("yyyy-MM-dd", "2024-02-29")))));
        // A value from the provider's state crashes the builder
        xml("xml-namespace", () -> new PactXmlBuilder("o:order").build(root -> {
            root.setAttributes(Map.of("xmlns:o", "urn:orders"));
            root.appendElement("o:item", Map.of(), Matchers.regexp("[a-z]+", "tea"));
        }));
    }

    private void xml(String name, Supplier<PactXmlBuilder> body) {
        writing.version3(
                name,
                request -> request.headers("Content-Type", "application/xml").body(body.get()),
                response -> response.headers(Map.of("Content-Type", "application/xml"))
                        .body(body.get()));
        writing.version4(
                name,
                request -> request.header("Content-Type", "application/xml").body(body.get()),
                response -> response.header("Content-Type", "application/xml").body(body.get()));
    }

    private void forms() {
        form("form-regex", () -> new FormPostBuilder().stringValue("a", "1").stringMatcher("b", "[a-z]+", "x"));
        form("form-date", () -> new FormPostBuilder().date("a", "yyyy-MM-dd"));
        form("form-date-expression", () -> new FormPostBuilder().dateExpression("a", "today + 1 week", "yyyy-MM-dd"));
        form("form-time-expression", () -> new FormPostBuilder().timeExpression("a", "now + 1 hour", "HH:mm:ss"));
        form("form-datetime-expression", () -> new FormPostBuilder()
                .datetimeExpression("a", "today + 1 day @ noon", "yyyy-MM-dd'T'HH:mm:ss"));
        form("form-generated", () -> new FormPostBuilder().stringMatcher("a", "[a-z]{3}"));
        form("form-list", () -> new FormPostBuilder().stringValue("a", "x", "y"));
        form("form-uuid", () -> new FormPostBuilder().uuid("a", "936da01f-9abd-4d9d-80c7-02af85c822a8"));
        form("form-include", () -> new FormPostBuilder().includesString("a", "ell"));
        form("form-from-state", () -> new FormPostBuilder().parameterFromProviderState("a", "${id}", "42"));
    }

    private void multiparts() {
        multipart("multipart-json-charset", () -> new MultipartBuilder()
                .jsonPart(
                        "order",
                        LambdaDsl.newJsonBody(body -> body.integerType("v", 42)).build()));
        multipart("multipart-text", () -> new MultipartBuilder().textPart("note", "hello", "text/plain"));
        multipart(
                "multipart-picture", () -> new MultipartBuilder().binaryPart("picture", "point.png", PNG, "image/png"));
    }

    private void uploads() {
        writing.version3(
                "multipart-upload-exact",
                request -> {
                    try {
                        return request.withFileUpload("picture", "point.png", "image/png", PNG);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                response -> response);
    }

    private void form(String name, Supplier<BodyBuilder> body) {
        // Without the header a charset is demanded as well
        writing.version3(
                name,
                request -> request.body(body.get()).headers("Content-Type", FORM),
                response -> response.body(body.get()).headers(Map.of("Content-Type", FORM)));
        writing.version4(
                name,
                request -> request.header("Content-Type", FORM).body(body.get()),
                response -> response.header("Content-Type", FORM).body(body.get()));
    }

    private void multipart(String name, Supplier<BodyBuilder> body) {
        writing.version3(name, request -> request.body(body.get()), response -> response.body(body.get()));
        writing.version4(name, request -> request.body(body.get()), response -> response.body(body.get()));
    }
}
