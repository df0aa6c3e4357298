package dev.contract.interop;

import static dev.contract.consumer.Matchers.*;
import static dev.contract.core.model.SpecVersion.V2;
import static dev.contract.core.model.SpecVersion.V3;
import static dev.contract.core.model.SpecVersion.V4;

import dev.contract.consumer.AsyncMessageBuilder;
import dev.contract.consumer.ExampleBody;
import dev.contract.consumer.InteractionBuilder;
import dev.contract.consumer.Matcher;
import dev.contract.consumer.Matchers;
import dev.contract.consumer.Messages;
import dev.contract.consumer.RequestBuilder;
import dev.contract.consumer.SyncMessageBuilder;
import dev.contract.consumer.UuidFormat;
import dev.contract.consumer.message.Handovers;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.generating.Seed;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What our DSL can say, a file for each case and each version that can express it. */
final class OurWriter {
    /** What makes the interaction of a case, and the first version that has words for it. */
    private record Words(SpecVersion since, Supplier<Interaction> interaction) {}

    private static final Map<String, Words> WORDS = new TreeMap<>();

    static {
        jsonBodies();
        freshValues();
        otherBodies();
        parts();
        messages();
    }

    private OurWriter() {}

    private static void jsonBodies() {
        value(V2, "exact-text", "a");
        value(V2, "exact-number", 1);
        value(V2, "exact-boolean", true);
        value(V2, "exact-array", array("a", 1));
        value(V2, "like-text", like("a"));
        value(V2, "like-number", like(1));
        value(V2, "like-boolean", like(true));
        value(V2, "like-object", like(object("a", "x", "b", 1)));
        value(V2, "like-array", like(array("a")));
        value(V2, "regex", regex("[a-z]+", "abc"));
        value(V3, "include", includes("ell", "hello"));
        value(V3, "integer", integer(42));
        // pact-js writes it anew, as 1
        value(V3, "decimal", decimal(1.0));
        value(V3, "number", number(42));
        value(V3, "boolean", bool(true));
        value(V2, "integer-by-type", integer(42));
        value(V2, "decimal-by-type", decimal(1.5));
        value(V2, "number-by-type", number(42));
        value(V2, "boolean-by-type", bool(true));
        value(V3, "null", nullValue());
        value(V3, "date", date("yyyy-MM-dd", "2024-02-29"));
        value(V3, "time", time("HH:mm:ss", "12:30:00"));
        value(V3, "datetime", datetime("yyyy-MM-dd'T'HH:mm:ss", "2024-02-29T12:30:00"));
        value(V3, "datetime-zone", isoDateTimeMillis("2024-02-29T12:30:00.123+01:00"));
        value(V2, "each-like", eachLike("a"));
        value(V3, "each-like-object", eachLike(object("id", integer(1), "name", like("x"))));
        value(V2, "at-least", eachLike("a", 2));
        value(V2, "at-most", eachLike("a", 0, 2));
        value(V2, "between", eachLike("a", 2, 3));
        value(V3, "each-of-each", eachLike(eachLike(integer(1))));
        value(V3, "values-like", eachKeyLike("k", integer(7)));
        value(V3, "values-like-object", valuesLike(Map.of("k", object("id", integer(1)))));
        value(V4, "each-key", eachKeyMatching(regex("\\d+", "7"), "seven"));
        value(V4, "each-value", eachValueMatching("k", integer(7)));
        value(V4, "array-contains", arrayContaining("a", integer(1)));
        value(
                V4,
                "array-contains-objects",
                arrayContaining(object("t", "a", "v", integer(1)), object("t", "b", "v", like("x"))));
        value(V4, "not-empty", notEmpty("x"));
        value(V3, "content-type", contentType("application/xml", "<a/>"));
        value(V4, "semver", semver("1.2.3"));
        value(V3, "all-of", allOf(like("hello"), includes("ell", "hello")));
        value(V3, "any-of", anyOf(integer(1), regex("n/a", "n/a")));
        value(V3, "nullable", nullable(like("x")));
        value(V3, "text-length", textOfLength(1, 3, "abc"));
        value(V3, "text-length-large", textOfLength(0, 4000, "abc"));
        value(V3, "integer-at-least", atLeast(18, 42));
        value(V3, "number-between", between(-0.25, 1, 0.5));
        value(V3, "date-between", dateBetween("2024-01-01", "2024-12-31", "2024-02-29"));
        answer("optional", object("id", integer(1), "nick", optional(like("Al"))));
        answer("nullable-object", object("id", integer(1), "at", nullable(object("x", integer(1)))));
        answer("strict", strict(object("id", integer(1))));
        answer("schema", matchesSchema("{\"properties\": {\"name\": {\"type\": \"string\"}}}", object("id", 1)));
        value(V3, "exact-inside-like", like(object("a", "x", "b", equalTo(1))));
        value(V2, "uuid", uuid());
        value(V2, "uuid-simple", uuid(UuidFormat.SIMPLE));
        value(V2, "uuid-upper-case", uuid(UuidFormat.UPPER_CASE));
        value(V2, "uuid-urn", uuid(UuidFormat.URN));
        value(V3, "any-order", inAnyOrder("a", 1));
        value(V3, "any-order-between", inAnyOrder(2, 3, List.of("a", 1)));
        value(V3, "url", stubUrl("/orders/\\d+", "/orders/7"));
        body(V2, "quoted-key", json(object("it's", like("a"))));
        body(V2, "spaced-key", json(object("a b.c", like("a"))));
        body(V3, "root-array", json(eachLike(integer(1))));
        body(V2, "root-text", json(like("a")));
        body(V2, "root-number", json(like(1)));
    }

    private static void freshValues() {
        value(V3, "random-integer", randomInteger(1, 9));
        value(V3, "random-decimal", randomDecimal(5, 12.345));
        value(V3, "random-text", randomString(8));
        value(V3, "random-regex", randomRegex("[a-z]{3}", "abc"));
        value(V3, "random-uuid", randomUuid());
        value(V3, "random-uuid-urn", randomUuid(UuidFormat.URN));
        value(V3, "generated", generated(like(7), randomInteger(1, 9)));
        value(V3, "random-hexadecimal", randomHexadecimal(4));
        value(V3, "random-boolean", randomBoolean());
        value(V3, "date-expression", dateFromNow("today + 1 week", "yyyy-MM-dd", "2024-02-29"));
        value(V3, "time-expression", timeFromNow("now + 1 hour", "HH:mm:ss", "12:30:00"));
        value(
                V3,
                "datetime-expression",
                datetimeFromNow("today + 1 day @ noon", "yyyy-MM-dd'T'HH:mm:ss", "2024-02-29T12:30:00"));
        value(V3, "own-url", stubUrl("/orders/\\d+", "/orders/7"));
        Matcher fromState = json(object("v", like(fromProviderState("${id}", 42))));
        say(
                V3,
                "from-state",
                on -> on.given("values").post("/from-state").withBody(fromState).willRespondWith(200, fromState));
        say(V3, "path-from-state", on -> on.given("values")
                .post(fromProviderState("/orders/${id}", "/orders/42"))
                .willRespondWith(200));
    }

    private static void otherBodies() {
        body(V2, "text-exact", "text/plain", "hello");
        Matcher hello = regex("h.*", "hello");
        say(V2, "text-regex", on -> on.post("/text-regex")
                .withBody("text/plain", hello)
                .willRespondWith(response(200).withBody("text/plain", hello)));
        body(V2, "json-suffix", "application/vnd.order+json", "{\"v\": 1}");
        body(V2, "xml-exact", "application/xml", "<order id=\"7\"><item>tea</item></order>");
        body(V2, "form-exact", "application/x-www-form-urlencoded", "a=1&b=x+y");
        say(V4, "bytes-exact", on -> on.post("/bytes-exact")
                .withBody("application/octet-stream", bytes("hello"))
                .willRespondWith(response(200).withBody("application/octet-stream", bytes("hello"))));
        say(V4, "picture-exact", on -> on.post("/picture-exact")
                .withBody("image/png", OtherBodyCases.PNG)
                .willRespondWith(response(200).withBody("image/png", OtherBodyCases.PNG)));
        say(V3, "picture-like", on -> on.post("/picture-like")
                .withBodyLike("image/png", OtherBodyCases.PNG)
                .willRespondWith(response(200).withBodyLike("image/png", OtherBodyCases.PNG)));
        forms();
        xml();
        multiparts();
    }

    private static void forms() {
        body(V3, "form-regex", form("a", 1, "b", regex("[a-z]+", "x")));
        body(V3, "form-date", form("a", isoDate("2024-02-29")));
        body(V3, "form-uuid", form("a", uuid("936da01f-9abd-4d9d-80c7-02af85c822a8")));
        body(V3, "form-include", form("a", includes("ell", "hello")));
        body(V2, "form-like", form("a", like("1"), "b", "x"));
        body(V2, "form-list", form("a", List.of("x", "y")));
        body(V3, "form-generated", form("a", randomRegex("[a-z]{3}", "abc")));
        body(V3, "form-date-expression", form("a", dateFromNow("today + 1 week", "yyyy-MM-dd", "2024-02-29")));
        body(V3, "form-time-expression", form("a", timeFromNow("now + 1 hour", "HH:mm:ss", "12:30:00")));
        body(
                V3,
                "form-datetime-expression",
                form("a", datetimeFromNow("today + 1 day @ noon", "yyyy-MM-dd'T'HH:mm:ss", "2024-02-29T12:30:00")));
        body(V3, "form-from-state", form("a", like(fromProviderState("${id}", "42"))));
        body(V3, "form-number-from-state", form("a", like(fromProviderState("${id}", 42))));
        body(V3, "form-each", form("a", eachLike(integer(1))));
    }

    private static void xml() {
        body(V3, "xml-text", Matchers.xml(element("order").child(element("item").text(regex("[a-z]+", "tea")))));
        body(
                V3,
                "xml-attribute",
                Matchers.xml(element("order")
                        .attribute("id", regex("\\d+", "7"))
                        .child(element("item").text("tea"))));
        body(
                V3,
                "xml-each",
                Matchers.xml(element("orders")
                        .eachChild(element("order")
                                .attribute("id", integer(7))
                                .child(element("item").text(like("tea"))))));
        body(
                V3,
                "xml-number",
                Matchers.xml(element("order").child(element("count").text(integer(7)))));
        body(V3, "xml-date", Matchers.xml(element("order").attribute("on", isoDate("2024-02-29"))));
        body(
                V2,
                "xml-like",
                Matchers.xml(element("order")
                        .attribute("id", "7")
                        .child(element("item").text("tea"))
                        .like()));
        body(
                V3,
                "xml-children",
                Matchers.xml(element("order")
                        .child(element("item").text(regex("[a-z]+", "tea")))
                        .child(element("item").text(regex("[a-z]+", "milk")))));
        body(
                V3,
                "xml-generated",
                Matchers.xml(element("order")
                        .attribute("id", randomInteger(1, 9))
                        .child(element("item").text(randomRegex("[a-z]{3}", "abc")))));
        body(
                V3,
                "xml-from-state",
                Matchers.xml(element("order").child(element("id").text(like(fromProviderState("${id}", 42))))));
        body(
                V3,
                "xml-namespace",
                Matchers.xml(element("o:order")
                        .attribute("xmlns:o", "urn:orders")
                        .child(element("o:item").text(regex("[a-z]+", "tea")))));
    }

    private static void multiparts() {
        body(
                V3,
                "multipart-mixed",
                multipart(
                        part("order", Matchers.xml(element("order").text(regex("[a-z]+", "tea")))),
                        partLike("picture", "image/png", OtherBodyCases.PNG).fileName("point.png")));
        body(V3, "multipart-json", multipart(part("order", json(object("v", integer(42))))));
        body(V3, "multipart-text", multipart(part("note", "text/plain", "hello")));
        body(
                V3,
                "multipart-picture",
                multipart(part("picture", "image/png", OtherBodyCases.PNG).fileName("point.png")));
        body(
                V3,
                "multipart-picture-like",
                multipart(partLike("picture", "image/png", OtherBodyCases.PNG).fileName("point.png")));
        body(
                V3,
                "multipart-many",
                multipart(
                        part("order", json(object("v", integer(42)))),
                        part("note", "text/plain", regex("h.*", "hello")),
                        part("form", form("a", regex("[a-z]+", "x")))));
    }

    private static void parts() {
        say(V2, "path-regex", on -> on.post(regex("/orders/\\d+", "/orders/7")).willRespondWith(200));
        say(V3, "path-include", on -> on.post(includes("/orders/", "/orders/7")).willRespondWith(200));
        query(V2, "query-exact", on -> on.withQuery("q", "a b", "c").withQuery("x", "ü"));
        query(V2, "query-regex", on -> on.withQuery("q", regex("\\d+", "7")));
        query(V2, "query-regex-list", on -> on.withQuery("q", regex("\\d+", "7"), regex("\\d+", "8")));
        query(V3, "query-integer", on -> on.withQuery("q", integer(7)));
        query(V2, "query-like", on -> on.withQuery("q", like("a")));
        query(V3, "query-include", on -> on.withQuery("q", includes("ell", "hello")));
        query(V3, "query-boolean", on -> on.withQuery("q", bool(true)));
        query(V3, "query-any-of", on -> on.withQuery("q", anyOf(regex("\\d+", "7"), regex("n/a", "n/a"))));
        query(V3, "query-from-state", on -> on.withQuery("q", like(fromProviderState("${id}", "42"))));
        query(V3, "query-date", on -> on.withQuery("q", isoDate("2024-02-29")));
        header(V2, "header-regex", regex("\\d+", "7"));
        header(V2, "header-exact", "a");
        header(V3, "header-integer", integer(7));
        header(V2, "header-like", like("a"));
        header(V3, "header-include", includes("ell", "hello"));
        header(V3, "header-date", isoDate("2024-02-29"));
        header(V2, "header-uuid", uuid());
        header(V3, "header-from-state", like(fromProviderState("${id}", "42")));
        say(V2, "set-cookie", on -> on.post("/set-cookie")
                .willRespondWith(response(200).withHeader("Set-Cookie", regex("id=\\d+", "id=7"))));
        status("status-information", infoStatus(100));
        status("status-success", successStatus(200));
        status("status-redirect", redirectStatus(302));
        status("status-client-error", clientErrorStatus(400));
        status("status-server-error", serverErrorStatus(500));
        status("status-no-error", nonErrorStatus(200));
        status("status-error", errorStatus(400));
        status("status-list", statusIn(200, 204));
    }

    private static void value(SpecVersion since, String name, Object value) {
        body(since, name, json(object("v", value)));
    }

    private static void answer(String name, Matcher body) {
        say(V3, name, on -> on.post("/" + name).willRespondWith(200, body));
    }

    private static void body(SpecVersion since, String name, Matcher body) {
        say(since, name, on -> on.post("/" + name).withBody(body).willRespondWith(200, body));
    }

    private static void body(SpecVersion since, String name, String type, String text) {
        say(since, name, on -> on.post("/" + name)
                .withBody(type, text)
                .willRespondWith(response(200).withBody(type, text)));
    }

    private static void body(SpecVersion since, String name, ExampleBody body) {
        say(since, name, on -> on.post("/" + name)
                .withBody(body)
                .willRespondWith(response(200).withBody(body)));
    }

    private static void query(SpecVersion since, String name, UnaryOperator<RequestBuilder> words) {
        say(since, name, on -> words.apply(on.post("/" + name)).willRespondWith(200));
    }

    private static void header(SpecVersion since, String name, Object value) {
        say(since, name, on -> on.post("/" + name)
                .withHeader("X-Id", value)
                .willRespondWith(response(200).withHeader("X-Id", value)));
    }

    private static void status(String name, Matcher status) {
        say(V4, name, on -> on.post("/" + name).willRespondWith(response(status)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void say(SpecVersion since, String name, Consumer<InteractionBuilder> words) {
        WORDS.put(name, new Words(since, () -> {
            List<Interaction> declared = new ArrayList<>();
            words.accept(new InteractionBuilder(declared::add).uponReceiving(name));
            return declared.get(0);
        }));
    }

    private static void messages() {
        message("message-integer", message -> message.withContent(json(object("v", integer(42)))));
        message(
                "message-nested",
                message -> message.withContent(json(object("v", like(object("id", regex("\\d+", "7"), "name", "x"))))));
        message("message-text", message -> message.withContent("text/plain", "hello"));
        message(
                "message-xml",
                message -> message.withContent(
                        Matchers.xml(element("order").child(element("item").text(regex("[a-z]+", "tea"))))));
        message("message-topic", message -> message.withContent(json(object("v", 42)))
                .withMetadata("topic", "orders"));
        message("message-id", message -> message.withContent(json(object("v", 42)))
                .withMetadata("id", regex("\\d+", "7")));
        message(
                "message-xml-exact",
                message -> message.withContent("application/xml", "<order><item>tea</item></order>"));
        message("message-text-regex", message -> message.withContent("text/plain", regex("h.*", "hello")));
        message("message-binary", message -> message.withContent("image/png", OtherBodyCases.PNG));
        message("message-picture-like", message -> message.withContentLike("image/png", OtherBodyCases.PNG));
        message("message-generated", message -> message.withContent(json(object("v", randomInteger(1, 9)))));
        declare(V3, "message-from-state", messages -> messages.given("values")
                .expects("message-from-state")
                .withContent(json(object("v", like(fromProviderState("${id}", 42)))))
                .handledBy(message -> {}));
        message("message-number", message -> message.withContent(json(object("v", 42)))
                .withMetadata("n", 3));
        message("message-integer-number", message -> message.withContent(json(object("v", 42)))
                .withMetadata("n", integer(3)));
        message("message-object", message -> message.withContent(json(object("v", 42)))
                .withMetadata("o", Map.of("a", List.of(1))));
        message("message-metadata-generated", message -> message.withContent(json(object("v", 42)))
                .withMetadata("id", randomUuid()));
        message("message-metadata-date", message -> message.withContent(json(object("v", 42)))
                .withMetadata("on", dateFromNow("today + 1 week", "yyyy-MM-dd", "2024-02-29")));
        answer(
                "answer-text",
                question -> question.willRespondWith(Matchers.message().withContent("text/plain", "hello")));
        answer(
                "answer-binary",
                question -> question.willRespondWith(Matchers.message().withContent("image/png", OtherBodyCases.PNG)));
        answer(
                "answer-metadata",
                question -> question.willRespondWith(
                        Matchers.message().withContent(json(object("v", 42))).withMetadata("id", regex("\\d+", "7"))));
        answer("answer-integer", question -> question.willRespondWith(json(object("v", integer(42)))));
    }

    private static void message(String name, UnaryOperator<AsyncMessageBuilder> words) {
        declare(V3, name, messages -> words.apply(messages.expects(name)).handledBy(message -> {}));
    }

    private static void answer(String name, Function<SyncMessageBuilder, SyncMessageBuilder.Responses> words) {
        declare(V4, name, messages -> words.apply(
                        messages.uponReceiving(name).withContent(json(object("question", "how many"))))
                .handledBy((request, responses) -> {}));
    }

    private static void declare(SpecVersion since, String name, Consumer<Messages> words) {
        WORDS.put(name, new Words(since, () -> {
            Handovers handovers = new Handovers(new Seed(1));
            words.accept(new Messages("consumer", "provider", handovers, V4));
            return handovers.interactions().get(0);
        }));
    }

    static void write(Path directory) throws IOException {
        for (Map.Entry<String, Words> each : WORDS.entrySet()) {
            Contract contract = Contract.of(
                    "consumer",
                    "provider",
                    List.of(each.getValue().interaction().get()));
            for (SpecVersion version : List.of(V2, V3, V4)) {
                if (version.atLeast(each.getValue().since())) {
                    Path file = directory.resolve(version.name()).resolve(each.getKey() + ".json");
                    Files.createDirectories(file.getParent());
                    Files.write(file, ContractWriter.write(contract.withVersion(version)));
                }
            }
        }
    }
}
