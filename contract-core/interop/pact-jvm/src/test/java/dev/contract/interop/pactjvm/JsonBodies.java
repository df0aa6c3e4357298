package dev.contract.interop.pactjvm;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PM;
import au.com.dius.pact.consumer.dsl.PactDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.SemverMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** JSON bodies with every matcher of the DSL, mostly of the value {@code v} of an object. */
final class JsonBodies {
    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private final Writing writing;

    private JsonBodies(Writing writing) {
        this.writing = writing;
    }

    static void write(Writing writing) {
        JsonBodies bodies = new JsonBodies(writing);
        bodies.ofEveryVersion();
        bodies.ofVersion4();
        bodies.generated();
    }

    private void ofEveryVersion() {
        v3("exact-text", body -> body.stringValue("v", "a"));
        v3("exact-number", body -> body.numberValue("v", 1));
        v3("exact-boolean", body -> body.booleanValue("v", true));
        v3(
                "exact-array",
                body -> body.array("v", array -> array.stringValue("a").numberValue(1)));
        v3("like-text", body -> body.stringType("v", "a"));
        v3("like-number", body -> body.numberType("v", 1));
        both("like-object", () -> new PactDslJsonBody().like("v", Map.of("a", "x", "b", 1)));
        v3("regex", body -> body.stringMatcher("v", "[a-z]+", "abc"));
        both("include", () -> new PactDslJsonBody().includesStr("v", "ell"));
        v3("integer", body -> body.integerType("v", 42));
        v3("decimal", body -> body.decimalType("v", 1.5));
        v3("number", body -> body.numberType("v", 42));
        v3("integer-matching", body -> body.integerMatching("v", "\\d{2}", 42));
        v3("boolean", body -> body.booleanType("v", true));
        v3("null", body -> body.nullValue("v"));
        v3("date", body -> body.date("v", "yyyy-MM-dd", LocalDate.of(2024, 2, 29)));
        v3("time", body -> body.time("v", "HH:mm:ss", ZonedDateTime.parse("2024-02-29T12:30:00Z")));
        v3(
                "datetime",
                body -> body.datetime("v", "yyyy-MM-dd'T'HH:mm:ss", ZonedDateTime.parse("2024-02-29T12:30:00Z")));
        v3(
                "datetime-zone",
                body -> body.datetime(
                        "v", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", ZonedDateTime.parse("2024-02-29T12:30:00.123+01:00")));
        v3(
                "each-like-object",
                body -> body.minArrayLike(
                        "v", 1, each -> each.integerType("id", 1).stringType("name", "x")));
        v3("at-least", body -> body.minArrayLike("v", 2, PactDslJsonRootValue.stringType("a"), 2));
        v3("at-most", body -> body.maxArrayLike("v", 2, PactDslJsonRootValue.stringType("a"), 1));
        v3("between", body -> body.minMaxArrayLike("v", 2, 3, PactDslJsonRootValue.stringType("a"), 2));
        v3("values-like", body -> body.object("v", map -> map.eachValueLike("k", PactDslJsonRootValue.integerType(7))));
        v3(
                "values-like-object",
                body -> body.object("v", map -> map.eachValueLike("k", each -> each.integerType("id", 1))));
        v3("all-of", body -> body.and("v", "hello", TypeMatcher.INSTANCE, new IncludeMatcher("ell")));
        v3(
                "any-of",
                body -> body.or(
                        "v",
                        1,
                        new NumberTypeMatcher(NumberTypeMatcher.NumberType.INTEGER),
                        new RegexMatcher("n/a", "n/a")));
        v3("nullable", body -> body.or("v", "x", TypeMatcher.INSTANCE, NullMatcher.INSTANCE));
        both("exact-inside-like", () -> new PactDslJsonBody()
                .object("v")
                .stringType("a", "x")
                .equalTo("b", 1)
                .closeObject());
        v3("uuid", body -> body.uuid("v", UUID.fromString("936da01f-9abd-4d9d-80c7-02af85c822a8")));
        both("hexadecimal", () -> new PactDslJsonBody().hexValue("v", "1F"));
        v3("ip-address", body -> body.ipV4Address("v"));
        v3("url", body -> body.matchUrl("v", "http://localhost:9876", "orders", PM.stringMatcher("\\d+", "7")));
        v3("quoted-key", body -> body.stringType("it's", "a"));
        v3("spaced-key", body -> body.stringType("a b.c", "a"));
        v3(
                "any-order",
                body -> body.unorderedArray("v", array -> array.stringValue("a").numberValue(1)));
        v3(
                "any-order-at-least",
                body -> body.unorderedMinArray(
                        "v", 2, array -> array.stringValue("a").numberValue(1)));
        v3(
                "any-order-at-most",
                body -> body.unorderedMaxArray(
                        "v", 2, array -> array.stringValue("a").numberValue(1)));
        v3(
                "any-order-between",
                body -> body.unorderedMinMaxArray(
                        "v", 2, 3, array -> array.stringValue("a").numberValue(1)));
        v3("content-type", body -> body.and("v", "<a/>", new ContentTypeMatcher("application/xml")));
        both("root-array", () -> PactDslJsonArray.arrayMinLike(1, PactDslJsonRootValue.integerType(1)));
        both("root-text", () -> PactDslJsonRootValue.stringType("a"));
        both("root-number", () -> PactDslJsonRootValue.numberType(1));
    }

    private void ofVersion4() {
        v4("semver", body -> body.and("v", "1.2.3", SemverMatcher.INSTANCE));
        v4("not-empty", body -> body.and("v", "x", NotEmptyMatcher.INSTANCE));
        v4(
                "array-contains",
                body -> body.arrayContaining(
                        "v", array -> array.stringValue("a").integerType(1L)));
        v4(
                "array-contains-objects",
                body -> body.arrayContaining("v", array -> array.object(
                                first -> first.stringValue("t", "a").integerType("v", 1))
                        .object(second -> second.stringValue("t", "b").stringType("v", "x"))));
        v4("each-key", body -> body.object("v", map -> map.eachKeyMatching(Matchers.regexp("\\d+", "7"))));
        v4(
                "each-value-object",
                body -> body.object("v", map -> map.eachValueMatching("k", each -> each.integerType("id", 1))));
    }

    /** Without an example the DSL adds a generator. */
    private void generated() {
        v3("random-integer", body -> body.integerType("v"));
        v3("random-decimal", body -> body.decimalType("v"));
        v3("random-text", body -> body.stringType("v"));
        both("random-regex", () -> new PactDslJsonBody().stringMatcher("v", "[a-z]{3}"));
        v3("random-uuid", body -> body.uuid("v"));
        both("random-hexadecimal", () -> new PactDslJsonBody().hexValue("v"));
        v3("date-now", body -> body.date("v", "yyyy-MM-dd"));
        v3("time-now", body -> body.time("v", "HH:mm:ss"));
        v3("datetime-now", body -> body.datetime("v", "yyyy-MM-dd'T'HH:mm:ss"));
        v3("date-expression", body -> body.dateExpression("v", "today + 1 week", "yyyy-MM-dd"));
        v3("time-expression", body -> body.timeExpression("v", "now + 1 hour", "HH:mm:ss"));
        v3(
                "datetime-expression",
                body -> body.datetimeExpression("v", "today + 1 day @ noon", "yyyy-MM-dd'T'HH:mm:ss"));
        v3("from-state", body -> body.valueFromProviderState("v", "${id}", 42));
        v3("own-url", body -> body.matchUrl2("v", "orders", PM.stringMatcher("\\d+", "7")));
    }

    private void v3(String name, Consumer<LambdaDslJsonBody> body) {
        both(name, () -> LambdaDsl.newJsonBody(body).build());
    }

    private void v4(String name, Consumer<LambdaDslJsonBody> body) {
        version4(name, () -> LambdaDsl.newJsonBody(body).build());
    }

    private void both(String name, Supplier<DslPart> body) {
        // Without the header the older DSL demands a charset as well
        writing.version3(name, request -> request.headers(TYPE, JSON).body(body.get()), response -> response.headers(
                        Map.of(TYPE, JSON))
                .body(body.get()));
        version4(name, body);
    }

    private void version4(String name, Supplier<DslPart> body) {
        writing.version4(name, request -> request.body(body.get()), response -> response.body(body.get()));
    }
}
