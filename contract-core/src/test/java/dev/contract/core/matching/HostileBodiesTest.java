package dev.contract.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and rules made to hang, blow up or fill whoever compares them. Deadlines are far beyond what any machine needs. */
class HostileBodiesTest {

    private static HttpResponse json(String body) {
        return HttpResponse.of(200).withBody(Body.text(body, ContentType.JSON));
    }

    private static List<Mismatch> compare(HttpResponse expected, MatchingRules rules, HttpResponse actual) {
        return inTime(() -> PlanCompiler.response(ResponsePart.of(expected, rules, Generators.NONE), SpecVersion.V4)
                .match(actual)
                .mismatches());
    }

    private static <T> T inTime(Supplier<T> work) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), work::get);
    }

    private static MatchingRules rule(String path, MatchingRule rule) {
        return MatchingRules.NONE.with(Category.BODY, path, RuleGroup.of(rule));
    }

    @Nested
    class RegularExpressions {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "(a+)+$",
                    "(([a-z])+.)+[A-Z]([a-z])+",
                    "(a|aa)+b",
                    "(.*)*\\1b",
                    "(.*a){12}b",
                    "(?:a?){40}a{40}b",
                    "a*a*a*a*a*a*a*a*b"
                })
        void that_run_away_are_stopped(String regex) {
            String text = "a".repeat(3_000) + "!";

            List<Mismatch> mismatches =
                    compare(json("\"x\""), rule("$", MatchingRule.regex(regex)), json("\"" + text + "\""));

            assertThat(mismatches).hasSize(1);
        }

        @Test
        void are_said_to_have_been_stopped() {
            List<Mismatch> mismatches = compare(
                    json("\"x\""), rule("$", MatchingRule.regex("(.*a){12}b")), json("\"" + "a".repeat(60) + "\""));

            assertThat(mismatches)
                    .singleElement()
                    .extracting(Mismatch::message)
                    .asString()
                    .endsWith("but the expression took too long on this text and was stopped");
        }

        @Test
        void may_look_at_long_texts() {
            String text = "ab".repeat(1_000_000);

            assertThat(compare(json("\"x\""), rule("$", MatchingRule.regex("[ab]*")), json("\"" + text + "\"")))
                    .isEmpty();
        }
    }

    @Nested
    class Documents {

        @ParameterizedTest
        @ValueSource(strings = {"1e999999999", "-1E-999999999", "1e99999999999999999999", "0e999999999"})
        void with_enormous_exponents_are_compared_at_once(String number) {
            assertThat(compare(json("1.5"), MatchingRules.NONE, json(number))).hasSize(1);
            assertThat(compare(json(number), MatchingRules.NONE, json(number))).isEmpty();
            assertThat(compare(json("1.5"), rule("$", MatchingRule.of("number")), json(number)))
                    .isEmpty();
        }

        @Test
        void that_are_nested_too_deeply_are_a_mismatch() {
            String deep = "[".repeat(100_000) + "]".repeat(100_000);

            assertThat(compare(json("[]"), MatchingRules.NONE, json(deep)))
                    .singleElement()
                    .extracting(Mismatch::message)
                    .asString()
                    .startsWith("The actual body is not JSON: ");
        }

        @Test
        void that_are_nested_as_deeply_as_allowed_are_compared() {
            String deep = "[".repeat(499) + "]".repeat(499);

            assertThat(compare(json(deep), rule("$", MatchingRule.of("type")), json(deep)))
                    .isEmpty();
        }

        @Test
        void with_a_million_differences_are_reported_up_to_a_limit() {
            String wrong = IntStream.range(0, 1_000_000).mapToObj(i -> "1").collect(Collectors.joining(",", "[", "]"));

            List<Mismatch> mismatches = compare(json("[\"a\"]"), rule("$", MatchingRule.of("type")), json(wrong));

            assertThat(mismatches).hasSize(1_001);
            assertThat(mismatches.get(1_000).message()).isEqualTo("The comparison was stopped after 1000 differences");
        }

        @Test
        void with_a_hundred_thousand_keys_are_compared_at_once() {
            String large = IntStream.range(0, 100_000)
                    .mapToObj(i -> "\"k" + i + "\":1")
                    .collect(Collectors.joining(",", "{", "}"));
            String reversed = IntStream.range(0, 100_000)
                    .mapToObj(i -> "\"k" + (99_999 - i) + "\":1")
                    .collect(Collectors.joining(",", "{", "}"));

            assertThat(compare(json(large), MatchingRules.NONE, json(reversed))).isEmpty();
        }

        @Test
        void show_only_the_start_of_a_long_value() {
            String text = "x".repeat(1_000_000);

            Mismatch mismatch = compare(json("\"a\""), MatchingRules.NONE, json("\"" + text + "\""))
                    .get(0);

            assertThat(mismatch.message()).hasSizeLessThan(600).contains("… (1000000 characters)");
        }

        @Test
        void of_XML_neither_expand_entities_nor_nest_without_end() {
            String laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>";
            String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

            for (String document : List.of(laughs, deep)) {
                HttpResponse expected = HttpResponse.of(200).withBody(Body.text("<a/>", ContentType.XML));
                HttpResponse actual = HttpResponse.of(200).withBody(Body.text(document, ContentType.XML));
                assertThat(compare(expected, MatchingRules.NONE, actual))
                        .singleElement()
                        .extracting(Mismatch::message)
                        .asString()
                        .startsWith("The actual body is not XML: ");
            }
        }
    }

    /** Each is refused with a word on where it breaks off. */
    @Nested
    class BrokenBodies {

        private static String refusal(String type, String expected, byte[] actual) {
            ContentType parsed = ContentType.of(type);
            List<Mismatch> mismatches = compare(
                    HttpResponse.of(200).withBody(Body.text(expected, parsed)),
                    MatchingRules.NONE,
                    HttpResponse.of(200).withBody(Body.of(actual, parsed)));
            assertThat(mismatches).hasSize(1);
            return mismatches.get(0).message();
        }

        @Test
        void that_are_too_long_to_be_JSON() {
            assertThat(refusal("application/json", "[]", new byte[100_000_000]))
                    .isEqualTo("The actual body is not JSON: 100000000 bytes, where at most 67108864 are read");
        }

        @Test
        void of_100_MB_that_differ_are_not_shown_as_a_whole() {
            byte[] large = new byte[100_000_000];
            for (String type : List.of("application/octet-stream", "application/xml", "multipart/mixed; boundary=x")) {
                assertThat(refusal(type, type.endsWith("xml") ? "<a/>" : "--x\n\na\n--x--", large))
                        .hasSizeLessThan(400);
            }
        }

        @Test
        void with_ten_thousand_parts_or_children_too_many_are_reported_up_to_a_limit() {
            String children =
                    IntStream.range(0, 10_000).mapToObj(i -> "<a" + i + "/>").collect(Collectors.joining());
            HttpResponse expected = HttpResponse.of(200).withBody(Body.text("<a><b/></a>", ContentType.XML));
            HttpResponse actual = HttpResponse.of(200).withBody(Body.text("<a>" + children + "</a>", ContentType.XML));

            assertThat(compare(expected, rule("$", MatchingRule.of("type")), actual))
                    .hasSize(1_001);
        }
    }

    @Nested
    class Rules {

        @Test
        void ten_thousand_of_them_are_used() {
            Map<String, RuleGroup> groups = new LinkedHashMap<>();
            StringBuilder example = new StringBuilder("{\"a\":1");
            for (int i = 0; i < 10_000; i++) {
                groups.put("$.k" + i, RuleGroup.of(MatchingRule.of("integer")));
                example.append(",\"k").append(i).append("\":").append(i);
            }
            MatchingRules rules = new MatchingRules(Map.of(Category.BODY, groups), JsonObject.EMPTY);
            String actual = example.toString().replace(":9999", ":\"x\"") + "}";

            assertThat(compare(json(example + "}"), rules, json(actual)))
                    .singleElement()
                    .extracting(Mismatch::where)
                    .isEqualTo("$.k9999");
        }

        /** Four variants for each of six elements, on each of six levels: some hundred million trials. */
        @Test
        void that_multiply_variants_are_given_up() {
            String example = "1";
            String actual = "2";
            JsonObject rules = JsonObject.EMPTY;
            for (int depth = 0; depth < 6; depth++) {
                example = "[" + example + "]";
                actual = "[" + String.join(",", Collections.nCopies(6, actual)) + "]";
                rules = fourVariants(rules);
            }
            JsonObject outermost = (JsonObject) rules.object("$")
                    .flatMap(group -> group.array("matchers"))
                    .orElseThrow()
                    .get(0);

            List<Mismatch> mismatches =
                    compare(json(example), rule("$", new MatchingRule("arrayContains", outermost)), json(actual));

            assertThat(mismatches.get(0).message())
                    .isEqualTo("Variant at index 0 ([[[[[1]]]]]) was not sought to the end of the actual list:"
                            + " that took too long and was stopped");
        }

        @Test
        void that_miss_a_thousand_variants_in_a_long_array_write_it_out_once() {
            String numbers =
                    IntStream.range(0, 500_000).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
            String words =
                    IntStream.range(0, 1_000).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(",", "[", "]"));

            List<Mismatch> mismatches =
                    compare(json(words), rule("$", MatchingRule.of("arrayContains")), json(numbers));

            assertThat(mismatches).hasSize(1_001);
        }

        private static JsonObject fourVariants(JsonObject inner) {
            JsonObject variant =
                    JsonObject.builder().put("index", 0).put("rules", inner).build();
            JsonObject matcher = JsonObject.builder()
                    .put("match", "arrayContains")
                    .put("variants", JsonArray.of(variant, variant, variant, variant))
                    .build();
            return JsonObject.of("$", JsonObject.of("matchers", JsonArray.of(matcher)));
        }

        @Test
        void that_tell_every_path_apart_do_not_multiply() {
            MatchingRules rules = MatchingRules.NONE;
            String path = "$";
            String example = "1";
            for (int depth = 0; depth < 100; depth++) {
                rules = rules.with(Category.BODY, path + "[0]", RuleGroup.of(MatchingRule.of("type")));
                path += "[*]";
                example = "[" + example + "]";
            }

            assertThat(compare(json(example), rules, json(example))).isEmpty();
        }
    }
}
