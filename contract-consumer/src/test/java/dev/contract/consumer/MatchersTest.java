package dev.contract.consumer;

import static dev.contract.consumer.Matchers.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Category;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchersTest {

    /** A matcher, and values that a provider might answer with. */
    record Case(String name, Matcher matcher, List<String> accepted, List<String> refused) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(String name, Matcher matcher, List<String> accepted, String... refused) {
        return new Case(name, matcher, accepted, List.of(refused));
    }

    private static List<String> accepts(String... values) {
        return List.of(values);
    }

    static Stream<Case> cases() {
        return Stream.of(
                of("json text", json("{\"a\":1}"), accepts("{\"a\":1}", "{\"a\":1,\"b\":2}"), "{\"a\":2}", "{}", "1"),
                of("plain map", json(Map.of("a", "x")), accepts("{\"a\":\"x\"}"), "{\"a\":\"y\"}"),
                of(
                        "object",
                        object("a", 1, "b", null),
                        accepts("{\"a\":1,\"b\":null}"),
                        "{\"a\":1}",
                        "{\"a\":1,\"b\":0}"),
                of("array", array(1, like(2)), accepts("[1,2]", "[1,9]"), "[2,2]", "[1]", "[1,2,3]", "[1,\"2\"]"),
                of("like text", like("Alice"), accepts("\"Bob\"", "\"\""), "1", "null", "[]"),
                of("like number", like(1), accepts("2", "2.5"), "\"1\"", "true"),
                of(
                        "like object",
                        like(object("a", 1, "b", equalTo("x"))),
                        accepts("{\"a\":7,\"b\":\"x\"}"),
                        "{\"a\":\"1\",\"b\":\"x\"}",
                        "{\"a\":7,\"b\":\"y\"}",
                        "{\"a\":7}"),
                of("like list", like(List.of(1, 2)), accepts("[5]", "[1,2,3]", "[]"), "[\"a\"]", "{}"),
                of("equalTo", equalTo(array(1)), accepts("[1]"), "[1,1]", "[2]"),
                of("regex", regex("\\d+", "12"), accepts("\"7\""), "\"7a\"", "null"),
                of("includes", includes("tea", "green tea"), accepts("\"tea pot\""), "\"coffee\""),
                of("integer", integer(1), accepts("42", "-1"), "1.0", "\"1\"", "null"),
                of("decimal", decimal(1.5), accepts("2.0"), "2", "\"2.0\""),
                of("decimal text", decimal(new BigDecimal("10.50")), accepts("2.0"), "2"),
                of("number", number(1), accepts("2", "2.5"), "\"2\""),
                of("bool", bool(true), accepts("false"), "0", "null"),
                of("nullValue", nullValue(), accepts("null"), "0", "\"\""),
                of("notEmpty", notEmpty("x"), accepts("\"y\""), "\"\"", "null", "1"),
                of("contentType inside", contentType("application/xml", "<a/>"), accepts("\"<b>1</b>\""), "\"plain\""),
                of("semver", semver("1.0.0"), accepts("\"2.0.0-rc.1\""), "\"1.0\""),
                of("uuid", uuid(), accepts("\"00000000-0000-0000-0000-00000000000A\""), "\"0\""),
                of("uuid simple", uuid(UuidFormat.SIMPLE), accepts("\"00000000000000000000000000000000\""), "\"0\""),
                of(
                        "uuid urn",
                        uuid(UuidFormat.URN),
                        accepts("\"urn:uuid:00000000-0000-0000-0000-000000000000\""),
                        "\"00000000-0000-0000-0000-000000000000\""),
                of(
                        "inAnyOrder",
                        inAnyOrder(1, like("a")),
                        accepts("[1,\"b\"]", "[\"b\",1]"),
                        "[1]",
                        "[1,2]",
                        "[1,\"b\",1]"),
                of(
                        "inAnyOrder within bounds",
                        inAnyOrder(1, 3, List.of(1, 2)),
                        accepts("[2]", "[2,9,1]"),
                        "[]",
                        "[3]",
                        "[1,2,3,4]"),
                of(
                        "eachValueMatching alternatives",
                        eachValueMatching("k", nullable("v")),
                        accepts("{\"a\":null,\"b\":\"v\"}"),
                        "{\"a\":1}"),
                of("generated", generated(like(7), randomInteger(1, 9)), accepts("8"), "\"x\""),
                of("date", date("dd.MM.yyyy", "29.02.2024"), accepts("\"01.01.2000\""), "\"2000-01-01\""),
                of("time", time("HH:mm", "12:30"), accepts("\"00:00\""), "\"24:30\""),
                of(
                        "datetime",
                        datetime("yyyy-MM-dd HH:mm", "2024-02-29 12:30"),
                        accepts("\"2000-01-01 00:00\""),
                        "\"x\""),
                of("isoDate", isoDate("2024-02-29"), accepts("\"2000-01-01\""), "\"2001-02-29\""),
                of("isoTime", isoTime("12:30:00"), accepts("\"00:00:00\""), "\"12:30\""),
                of(
                        "isoDateTime",
                        isoDateTime("2024-02-29T12:30:00Z"),
                        accepts("\"2000-01-01T00:00:00+02:00\""),
                        "\"2000-01-01T00:00:00\""),
                of(
                        "isoDateTimeMillis",
                        isoDateTimeMillis("2024-02-29T12:30:00.123Z"),
                        accepts("\"2000-01-01T00:00:00.000+02:00\""),
                        "\"2000-01-01T00:00:00Z\""),
                of("nullable", nullable(like("x")), accepts("\"y\"", "null"), "1"),
                of(
                        "nullable object",
                        object("o", nullable(object("a", like(1)))),
                        accepts("{\"o\":null}", "{\"o\":{\"a\":2}}"),
                        "{}",
                        "{\"o\":{}}",
                        "{\"o\":1}",
                        "{\"o\":{\"a\":null}}"),
                of(
                        "nullable list",
                        eachLike(object("l", nullable(eachLike(1)))),
                        accepts("[{\"l\":null},{\"l\":[2]}]"),
                        "[{\"l\":[]}]",
                        "[{}]"),
                of(
                        "optional",
                        object("id", 1, "nick", optional(like("Al"))),
                        accepts("{\"id\":1}", "{\"id\":1,\"nick\":\"Bo\"}"),
                        "{\"id\":1,\"nick\":null}",
                        "{\"id\":1,\"nick\":2}",
                        "{\"nick\":\"Al\"}"),
                of(
                        "optional plain",
                        object("nick", optional("Al")),
                        accepts("{}", "{\"nick\":\"Al\"}"),
                        "{\"nick\":\"Bo\"}"),
                of(
                        "optional in like",
                        like(object("id", 1, "nick", optional("Al"))),
                        accepts("{\"id\":2,\"nick\":\"Bo\"}"),
                        "{\"id\":2,\"nick\":2}"),
                of(
                        "optional in optional",
                        object("a", optional(object("b", 1, "c", optional(integer(2))))),
                        accepts("{}", "{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1,\"c\":7}}"),
                        "{\"a\":{}}",
                        "{\"a\":{\"b\":1,\"c\":\"x\"}}"),
                of(
                        "optional and nullable",
                        object("a", optional(nullable(object("b", 1)))),
                        accepts("{}", "{\"a\":null}", "{\"a\":{\"b\":1}}"),
                        "{\"a\":{\"b\":2}}",
                        "{\"a\":1}"),
                of(
                        "strict",
                        strict(object("id", 1, "in", object("a", 1), "nick", optional("Al"))),
                        accepts("{\"id\":1,\"in\":{\"a\":1}}", "{\"id\":1,\"in\":{\"a\":1},\"nick\":\"Al\"}"),
                        "{\"id\":1,\"in\":{\"a\":1,\"b\":2}}",
                        "{\"id\":1,\"in\":{\"a\":1},\"more\":1}"),
                of("strict elements", strict(eachLike(object("a", 1))), accepts("[{\"a\":2}]"), "[{\"a\":2,\"b\":1}]"),
                of(
                        "matchesSchema",
                        matchesSchema("{\"properties\":{\"id\":{\"minimum\":1}}}", object("id", 1)),
                        accepts("{\"id\":2}"),
                        "{\"id\":0}",
                        "{}",
                        "{\"id\":\"1\"}"),
                of(
                        "textOfLength",
                        textOfLength(1, 3, "abc"),
                        accepts("\"a\"", "\"名😀\\n\""),
                        "\"\"",
                        "\"abcd\"",
                        "12",
                        "null"),
                of("atLeast", atLeast(18, 42), accepts("18", "1000"), "17", "-18", "18.5", "\"42\""),
                of("atLeast decimal", atLeast(-0.5, 1), accepts("-0.5", "0", "1e9", "-1e-9"), "-0.51", "-1", "-1e1"),
                of("atMost", atMost(100, 42), accepts("100", "-7", "0"), "101", "1000", "99.5"),
                of("atMost decimal", atMost(0.25, 0.1), accepts("0.25", "0.2", "0", "-3", "1E-7"), "0.26", "1"),
                of("between", between(1, 5, 3), accepts("1", "5"), "0", "6", "3.5", "null"),
                of("between decimal", between(0.0, 1.0, 0.5), accepts("0", "1.0", "0.999"), "1.01", "-0.1"),
                of(
                        "dateNotBefore",
                        dateNotBefore("2024-02-29", "2024-03-01"),
                        accepts("\"2024-02-29\"", "\"2030-01-01\""),
                        "\"2024-02-28\"",
                        "\"2023-12-31\"",
                        "\"2024-13-01\""),
                of(
                        "dateNotAfter",
                        dateNotAfter("2024-02-29", "2024-01-01"),
                        accepts("\"2024-02-29\"", "\"1999-12-31\""),
                        "\"2024-03-01\"",
                        "\"2025-01-01\""),
                of(
                        "dateBetween",
                        dateBetween("2024-01-01", "2024-12-31", "2024-06-01"),
                        accepts("\"2024-01-01\"", "\"2024-12-31\""),
                        "\"2023-12-31\"",
                        "\"2025-01-01\""),
                of("nullable plain", nullable("x"), accepts("\"x\"", "null"), "\"y\""),
                of("anyOf", anyOf(integer(1), regex("n/a", "n/a")), accepts("7", "\"n/a\""), "\"x\"", "1.5"),
                of("allOf", allOf(regex("[a-z]+", "tea"), includes("e")), accepts("\"bee\""), "\"BEE\"", "\"bat\""),
                of(
                        "eachLike",
                        eachLike(object("id", integer(1), "n", "x")),
                        accepts("[{\"id\":2,\"n\":\"y\"}]"),
                        "[]",
                        "[{}]"),
                of("eachLike any", eachLike(1, 0), accepts("[]", "[1,2]"), "[\"x\"]"),
                of("eachLike bounds", eachLike(integer(1), 2, 3), accepts("[1,2]", "[1,2,3]"), "[1]", "[1,2,3,4]"),
                of(
                        "arrayContaining",
                        arrayContaining(object("t", "a", "v", integer(1)), "x"),
                        accepts("[\"x\",{\"t\":\"a\",\"v\":9}]", "[1,{\"t\":\"a\",\"v\":9,\"z\":0},\"x\"]"),
                        "[\"x\"]",
                        "[\"x\",{\"t\":\"b\",\"v\":9}]"),
                of(
                        "eachKeyLike",
                        eachKeyLike("k", object("n", 1)),
                        accepts("{\"x\":{\"n\":2},\"y\":{\"n\":3}}", "{}"),
                        "{\"x\":{\"n\":\"2\"}}"),
                of("eachKeyLike matched", eachKeyLike("k", integer(1)), accepts("{\"x\":2}"), "{\"x\":2.5}"),
                of("valuesLike", valuesLike(Map.of("a", 1, "b", 2)), accepts("{\"x\":5}"), "{\"x\":\"5\"}"),
                of(
                        "eachKeyMatching",
                        eachKeyMatching(regex("\\d+", "7"), "seven"),
                        accepts("{\"8\":\"eight\"}"),
                        "{\"x\":\"ten\"}",
                        "{\"8\":8}"),
                of(
                        "eachKeyMatching deep",
                        eachKeyMatching(regex("\\d+", "7"), object("id", uuid(), "n", 1)),
                        accepts("{\"8\":{\"id\":\"00000000-0000-0000-0000-000000000000\",\"n\":2}}"),
                        "{\"8\":{\"id\":\"x\",\"n\":2}}",
                        "{\"7\":{\"id\":\"x\",\"n\":2}}"),
                of(
                        "eachValueMatching",
                        eachValueMatching("k", regex("[a-z]+", "v")),
                        accepts("{\"x\":\"w\"}"),
                        "{\"x\":\"1\"}"),
                of("fromProviderState", fromProviderState("${id}", 1), accepts("1"), "2"),
                of("fromProviderState matched", fromProviderState("${id}", integer(1)), accepts("2"), "\"2\""),
                of("stubUrl", stubUrl("/orders/7"), accepts("\"http://x/orders/7\""), "\"http://x/orders/8\""),
                of(
                        "stubUrl matched",
                        stubUrl("/orders/\\d+", "/orders/7"),
                        accepts("\"https://x/orders/8\""),
                        "\"/x\""),
                of("randomInteger", randomInteger(1, 9), accepts("5"), "\"5\""),
                of("randomDecimal", randomDecimal(5, 1.5), accepts("5.5"), "5"),
                of("randomHexadecimal", randomHexadecimal(4), accepts("\"abcd\""), "\"xyz\""),
                of("randomString", randomString(3), accepts("\"xyz\""), "1"),
                of("randomRegex", randomRegex("\\d+", "1"), accepts("\"7\""), "\"x\""),
                of("randomUuid", randomUuid(), accepts("\"00000000-0000-0000-0000-00000000000A\""), "\"0\""),
                of("randomBoolean", randomBoolean(), accepts("false"), "1"),
                of("dateFromNow", dateFromNow("tomorrow", "yyyy-MM-dd", "2024-02-29"), accepts("\"2000-01-01\""), "1"),
                of("timeFromNow", timeFromNow("+ 1 hour", "HH:mm", "12:30"), accepts("\"00:00\""), "1"),
                of(
                        "datetimeFromNow",
                        datetimeFromNow("@ noon", "yyyy-MM-dd HH:mm", "2024-02-29 12:00"),
                        accepts("\"2000-01-01 00:00\""),
                        "1"));
    }

    private static ResponsePart response(Matcher body) {
        List<HttpInteraction> recorded = new ArrayList<>();
        new InteractionBuilder(recorded::add)
                .uponReceiving("a request")
                .get("/")
                .willRespondWith(200, body);
        return recorded.get(0).response();
    }

    private static List<String> mismatches(ResponsePart expected, String actual) {
        HttpResponse response = HttpResponse.of(200)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(Body.json(JsonReader.read(actual)));
        return PlanCompiler.response(expected, SpecVersion.V4).match(response).mismatches().stream()
                .map(Mismatch::toString)
                .toList();
    }

    /** The value at the root and inside others; at the root of a body a content type is that of the whole document. */
    private static Map<ResponsePart, String> places(Case example, String value) {
        Map<ResponsePart, String> places = new LinkedHashMap<>();
        places.put(response(object("a b", array(example.matcher()))), "{\"a b\":[" + value + "]}");
        if (!example.name().endsWith(" inside")) {
            places.put(response(example.matcher()), value);
        }
        return places;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void accepts_what_it_means_at_the_root_and_inside(Case example) {
        for (String value : example.accepted()) {
            places(example, value)
                    .forEach((expected, actual) ->
                            assertThat(mismatches(expected, actual)).as(actual).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refuses_what_it_does_not_mean_at_the_root_and_inside(Case example) {
        for (String value : example.refused()) {
            places(example, value)
                    .forEach((expected, actual) ->
                            assertThat(mismatches(expected, actual)).as(actual).isNotEmpty());
        }
    }

    @Nested
    class Rules {
        @Test
        void stand_where_the_file_format_wants_them() {
            assertThat(rules(object(
                            "items", eachLike(object("id", integer(1), "tags", eachLike("x"))),
                            "by-id", eachKeyLike("7", object("first name", like("x"))),
                            "pair", array(1, like(2)))))
                    .containsExactly(
                            "$.items",
                            "$.items[*].id",
                            "$.items[*].tags",
                            "$.by-id",
                            "$.by-id.*",
                            "$.by-id.*['first name']",
                            "$.pair[1]");
        }

        @Test
        void of_several_matchers_at_one_place_must_all_accept() {
            ResponsePart part = response(like(integer(1)));

            assertThat(part.rules().of(Category.BODY).get("$").rules())
                    .extracting(rule -> rule.type())
                    .containsExactly("type", "integer");
        }

        private List<String> rules(Matcher matcher) {
            return List.copyOf(response(matcher).rules().of(Category.BODY).keySet());
        }
    }

    @Nested
    class Mistakes {
        private void told(Runnable mistake, String... lines) {
            List<String> expected = new ArrayList<>(List.of(lines));
            expected.add(1, "  where  MatchersTest.java:LINE");
            assertThatThrownBy(mistake::run).satisfies(thrown -> assertThat(thrown.getMessage()
                            .replaceFirst("MatchersTest.java:\\d+", "MatchersTest.java:LINE")
                            .lines())
                    .containsExactlyElementsOf(expected));
        }

        @Test
        void are_examples_that_their_own_matcher_refuses() {
            told(
                    () -> regex("\\d+", "seven"),
                    "CONTRACT-EXAMPLE  an example is not accepted by its own matcher",
                    "  found  Expected 'seven' to match '\\d+'",
                    "  mend   change the example or the matcher, so that one accepts the other");
            told(
                    () -> isoDate("2023-02-29"),
                    "CONTRACT-EXAMPLE  an example is not accepted by its own matcher",
                    "  found  Expected '2023-02-29' to match a date pattern of 'yyyy-MM-dd': Invalid date 'February 29' as '2023' is not a leap year",
                    "  mend   change the example or the matcher, so that one accepts the other");
            assertThatThrownBy(() -> semver("1.0")).hasMessageContaining("not accepted by its own matcher");
            assertThatThrownBy(() -> notEmpty(List.of())).hasMessageContaining("not accepted by its own matcher");
            assertThatThrownBy(() -> includes("tea", "coffee")).hasMessageContaining("not accepted by its own matcher");
            assertThatThrownBy(() -> decimal(new BigDecimal("5")))
                    .hasMessageContaining("not accepted by its own matcher");
        }

        @Test
        void are_broken_patterns_and_formats() {
            told(
                    () -> regex("[a-z", "abc"),
                    "CONTRACT-MATCHER  the regular expression \"[a-z\" is broken",
                    "  found  Unclosed character class at character 4",
                    "  mend   correct the matcher");
            told(
                    () -> datetime("yyyy-MM-ddTHH:mm", "2024-02-29T12:30"),
                    "CONTRACT-MATCHER  the date format \"yyyy-MM-ddTHH:mm\" is broken",
                    "  found  Unknown pattern letter: T; quote letters that stand for themselves: 'T'",
                    "  mend   correct the matcher");
            assertThatThrownBy(() -> date("bbb", "x")).hasMessageContaining("the date format \"bbb\" is broken");
        }

        @Test
        void are_expressions_that_name_no_moment() {
            told(
                    () -> dateFromNow("3 days hence", "yyyy-MM-dd", "2024-02-29"),
                    "CONTRACT-GENERATOR  the date expression cannot be read at \"3\"",
                    "  found  \"3 days hence\"",
                    "  mend   write for example \"today + 1 day\", \"next monday\", \"noon - 1 hour\", or \"tomorrow @ 9 o'clock am\"");
            assertThatThrownBy(() -> timeFromNow("tomorrow", "HH:mm", "12:30"))
                    .hasMessageContaining("cannot be read at \"tomorrow\"");
            assertThatThrownBy(() -> datetimeFromNow("today @ next", "yyyy-MM-dd HH:mm", "2024-02-29 12:00"))
                    .hasMessageContaining("cannot be read at its end");
        }

        @Test
        void are_numbers_that_json_does_not_have() {
            told(
                    () -> like(Double.NaN),
                    "CONTRACT-EXAMPLE  JSON has no number for NaN",
                    "  mend   give a finite number");
            assertThatThrownBy(() -> decimal(Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
            told(
                    () -> between(0.5, Double.NaN, 1),
                    "CONTRACT-EXAMPLE  JSON has no number for NaN",
                    "  mend   give a finite number");
        }

        @Test
        void are_bounds_that_stand_the_wrong_way_round() {
            told(
                    () -> between(10, 1, 5),
                    "CONTRACT-MATCHER  the bounds of between(…) stand the wrong way round",
                    "  found  from 10 to 1",
                    "  mend   give the lower one first: between(1, 10, …)");
            told(
                    () -> between(1.5, 0.5, 1),
                    "CONTRACT-MATCHER  the bounds of between(…) stand the wrong way round",
                    "  found  from 1.5 to 0.5",
                    "  mend   give the lower one first: between(0.5, 1.5, …)");
            told(
                    () -> dateBetween("2024-12-31", "2024-01-01", "2024-06-01"),
                    "CONTRACT-MATCHER  the bounds of dateBetween(…) stand the wrong way round",
                    "  found  from 2024-12-31 to 2024-01-01",
                    "  mend   give the lower one first: dateBetween(\"2024-01-01\", \"2024-12-31\", …)");
        }

        @Test
        void are_names_without_values_and_values_without_names() {
            told(
                    () -> object("id", 1, "name"),
                    "CONTRACT-EXAMPLE  the last name given to object(…) has no value",
                    "  found  name",
                    "  mend   give names and values in turn: object(\"id\", 1, \"name\", \"Alice\")");
            assertThatThrownBy(() -> object(1, "id")).hasMessageContaining("argument 1 of object(…) is no name");
            assertThatThrownBy(() -> object("a", 1, "a", 2)).hasMessageContaining("has the name \"a\" twice");
        }

        @Test
        void are_texts_that_are_not_json() {
            told(
                    () -> json("Alice"),
                    "CONTRACT-EXAMPLE  the text given to json(…) is not JSON: " + reason(),
                    "  found  \"Alice\"",
                    "  mend   mend the text; a JSON string as the whole value is json(equalTo(\"…\"))");
        }

        private String reason() {
            try {
                return String.valueOf(JsonReader.read("Alice"));
            } catch (JsonSyntaxException e) {
                return e.reason();
            }
        }

        @Test
        void are_alternatives_that_a_file_cannot_hold() {
            assertThatThrownBy(() -> anyOf(json(object("a", 1)), integer(1)))
                    .hasMessageContaining("an object or array cannot stand among alternatives");
            assertThatThrownBy(() -> anyOf(integer(1), allOf(regex("a+", "a"), includes("a"))))
                    .hasMessageContaining("one of the alternatives demands several things at once");
        }

        @Test
        void are_fields_without_an_object_around_them() {
            told(
                    () -> array(like(optional("x"))),
                    "CONTRACT-MATCHER  an optional(…) matcher is no field of a JSON object in a response or message",
                    "  mend   write it as the value of a field, object(\"name\", optional(…)), or declare an interaction for each of the two cases");
            assertThatThrownBy(() -> eachLike(nullable(object("a", 1))))
                    .hasMessageContaining("an object or array that may be null is no field of a JSON object");
            assertThatThrownBy(() -> arrayContaining(object("a", optional(1))))
                    .hasMessageContaining("cannot stand in arrayContaining(…)");
            assertThatThrownBy(() -> new InteractionBuilder(each -> {})
                            .uponReceiving("a form")
                            .get("/")
                            .willRespondWith(200, form("a", optional("x"))))
                    .hasMessageContaining("cannot stand in a form");
            assertThatThrownBy(() -> new InteractionBuilder(each -> {})
                            .uponReceiving("an order")
                            .post("/orders")
                            .withBody(object("note", optional("x")))
                            .willRespondWith(201))
                    .hasMessageContaining("cannot stand in a request: a consumer knows what it sends");
        }

        @Test
        void are_bounds_that_nothing_can_keep() {
            assertThatThrownBy(() -> textOfLength(3, 2, "abc")).hasMessageContaining("bounds that cannot be used");
            assertThatThrownBy(() -> dateNotBefore("tomorrow", "2024-01-01"))
                    .hasMessageContaining("the bound of a date is no ISO date");
            told(
                    () -> atLeast(5, 3),
                    "CONTRACT-EXAMPLE  an example is not accepted by its own matcher",
                    "  found  Expected 3 to be at least 5",
                    "  mend   change the example or the matcher, so that one accepts the other");
        }

        @Test
        void are_schemas_that_are_none() {
            assertThatThrownBy(() -> matchesSchema("{", 1))
                    .hasMessageContaining("the schema given to matchesSchema(…) is no JSON");
            assertThatThrownBy(() -> matchesSchema(Path.of("no-such-file.json"), 1))
                    .hasMessageContaining("the schema cannot be read: no-such-file.json");
            assertThatThrownBy(() -> matchesSchema(getClass().getResource("/no-such-schema.json"), 1))
                    .hasMessageContaining("the resource that holds the schema does not exist");
            assertThatThrownBy(() -> matchesSchema("{\"type\":\"string\"}", 1))
                    .hasMessageContaining("not accepted by its own matcher");
        }

        @Test
        void are_lengths_that_no_array_has() {
            assertThatThrownBy(() -> eachLike(1, -1)).hasMessageContaining("a minimum below 0");
            assertThatThrownBy(() -> eachLike(1, 3, 2)).hasMessageContaining("at least 3 and at most 2 elements");
            assertThatThrownBy(() -> eachLike(1, 0, 0)).hasMessageContaining("at least 0 and at most 0 elements");
            assertThatThrownBy(() -> valuesLike(Map.of())).hasMessageContaining("has no entry to be like");
        }

        @Test
        void are_keys_that_no_path_can_hold() {
            assertThatThrownBy(() -> response(object("", like(1))))
                    .hasMessageContaining("a key stands in the way of a matcher");
            assertThat(response(object("", 1)).rules().isEmpty()).isTrue();
        }

        @Test
        void are_maps_that_contain_themselves() {
            List<Object> self = new ArrayList<>();
            self.add(self);

            assertThatThrownBy(() -> like(self)).hasMessageContaining("look for a map or list that contains itself");
        }
    }

    @Test
    void every_matcher_stands_in_the_table_of_cases() {
        List<String> names =
                cases().map(each -> each.name().replaceFirst(" .*", "")).toList();

        assertThat(Arrays.stream(Matchers.class.getMethods())
                        .filter(method -> method.getReturnType() == Matcher.class)
                        .map(method -> method.getName())
                        .filter(name -> !name.toLowerCase(Locale.ROOT).contains("status"))
                        .distinct())
                .allMatch(name -> names.contains(name) || name.equals("json"));
    }
}
