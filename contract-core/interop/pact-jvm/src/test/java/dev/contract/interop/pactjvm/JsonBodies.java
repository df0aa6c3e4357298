package dev.contract.interop.pactjvm;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PM;
import au.com.dius.pact.consumer.dsl.PactDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** JSON bodies with every matcher of the DSL, mostly of the value {@code v} of an object. */
final class JsonBodies {
    /** What V3 can say as well. */
    static final Map<String, Supplier<DslPart>> V3 = new TreeMap<>();

    /** What needs V4. */
    static final Map<String, Supplier<DslPart>> V4 = new TreeMap<>();

    private JsonBodies() {}

    static {
        v3("exact-text", body -> body.stringValue("v", "a"));
        v3("exact-number", body -> body.numberValue("v", 1));
        v3("exact-boolean", body -> body.booleanValue("v", true));
        v3(
                "exact-array",
                body -> body.array("v", array -> array.stringValue("a").numberValue(1)));
        v3("like-text", body -> body.stringType("v", "a"));
        v3("like-number", body -> body.numberType("v", 1));
        put(V3, "like-object", () -> new PactDslJsonBody().like("v", Map.of("a", "x", "b", 1)));
        v3("regex", body -> body.stringMatcher("v", "[a-z]+", "abc"));
        put(V3, "include", () -> new PactDslJsonBody().includesStr("v", "ell"));
        v3("integer", body -> body.integerType("v", 42));
        v3("decimal", body -> body.decimalType("v", 1.5));
        v3("number", body -> body.numberType("v", 42));
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
        put(V3, "exact-inside-like", () -> new PactDslJsonBody()
                .object("v")
                .stringType("a", "x")
                .equalTo("b", 1)
                .closeObject());
        v3("uuid", body -> body.uuid("v", UUID.fromString("936da01f-9abd-4d9d-80c7-02af85c822a8")));
        put(V3, "hexadecimal", () -> new PactDslJsonBody().hexValue("v", "1F"));
        v3("ip-address", body -> body.ipV4Address("v"));
        v3("url", body -> body.matchUrl("v", "http://localhost:9876", "orders", PM.stringMatcher("\\d+", "7")));
        v3("quoted-key", body -> body.stringType("it's", "a"));
        v3("spaced-key", body -> body.stringType("a b.c", "a"));
        put(V3, "root-array", () -> PactDslJsonArray.arrayMinLike(1, PactDslJsonRootValue.integerType(1)));
        put(V3, "root-text", () -> PactDslJsonRootValue.stringType("a"));
        put(V3, "root-number", () -> PactDslJsonRootValue.numberType(1));
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

    private static void v3(String name, Consumer<LambdaDslJsonBody> body) {
        put(V3, name, () -> LambdaDsl.newJsonBody(body).build());
    }

    private static void v4(String name, Consumer<LambdaDslJsonBody> body) {
        put(V4, name, () -> LambdaDsl.newJsonBody(body).build());
    }

    private static void put(Map<String, Supplier<DslPart>> to, String name, Supplier<DslPart> body) {
        to.put(name, body);
    }
}
