package dev.contract.provider.strength;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One good response, 33 things that go wrong with responses, and which of them a contract with the usual matchers lets through. */
class MutantBenchTest {
    private static final String BODY = """
            {
              "name": "Alice",
              "id": 7,
              "code": "AB-12",
              "active": true,
              "price": 12.5,
              "created": "2024-02-29T12:30:00",
              "address": {"city": "Ulm", "zip": "89073"},
              "items": [{"sku": "tea", "count": 1}, {"sku": "cup", "count": 2}]
            }
            """;

    private static final HttpResponse GOOD =
            new HttpResponse(200, Headers.of("Content-Type", "application/json"), Body.of(BODY.getBytes(UTF_8)));

    private static final ResponsePlan PLAN = PlanCompiler.response(contract(), SpecVersion.V4);

    /**
     * What {@code like}, {@code integer}, {@code regex}, {@code decimal}, {@code datetime} and {@code eachLike} write. The specification lets
     * {@code boolean} accept the text of one, so that {@code like} is what whoever minds would use.
     */
    static ResponsePart contract() {
        MatchingRule atLeastOne = new MatchingRule("type", (JsonObject) JsonReader.read("{\"min\": 1}"));
        MatchingRule datetime =
                new MatchingRule("datetime", (JsonObject) JsonReader.read("{\"format\": \"yyyy-MM-dd'T'HH:mm:ss\"}"));
        Map<String, MatchingRule> rules = Map.of(
                "$.name", MatchingRule.of("type"),
                "$.id", MatchingRule.of("integer"),
                "$.code", MatchingRule.regex("[A-Z]{2}-\\d{2}"),
                "$.active", MatchingRule.of("type"),
                "$.price", MatchingRule.of("decimal"),
                "$.created", datetime,
                "$.address", MatchingRule.of("type"),
                "$.items", atLeastOne,
                "$.items[*].sku", MatchingRule.of("type"),
                "$.items[*].count", MatchingRule.of("integer"));
        MatchingRules body = MatchingRules.NONE;
        for (Map.Entry<String, MatchingRule> rule : rules.entrySet()) {
            body = body.with(Category.BODY, rule.getKey(), RuleGroup.of(rule.getValue()));
        }
        return ResponsePart.of(GOOD, body, Generators.NONE);
    }

    private record Wrong(String what, HttpResponse response) {
        boolean isNoticed() {
            return !PLAN.match(response).matches();
        }
    }

    private static Wrong body(String what, String from, String to) {
        assertThat(BODY).contains(from);
        return new Wrong(what, with(BODY.replace(from, to)));
    }

    private static HttpResponse with(String body) {
        return GOOD.withBody(Body.of(body.getBytes(UTF_8)));
    }

    private static Wrong response(String what, UnaryOperator<HttpResponse> change) {
        return new Wrong(what, change.apply(GOOD));
    }

    private static List<Wrong> bench() {
        String items = BODY.substring(BODY.indexOf("[{"), BODY.indexOf("}]") + 2);
        return List.of(
                body("no string", "\"name\": \"Alice\",", ""),
                body("null for a string", "\"Alice\"", "null"),
                body("a number for a string", "\"Alice\"", "1"),
                body("an empty string", "\"Alice\"", "\"\""),
                body("an id as string", "7,", "\"7\","),
                body("an id as decimal", "7,", "7.5,"),
                body("null for an id", "7,", "null,"),
                body("an id beyond 64 bits", "7,", "123456789012345678901234,"),
                body("a code in lower case", "AB-12", "ab-12"),
                body("a longer code", "AB-12", "AB-123"),
                body("null for a code", "\"AB-12\"", "null"),
                body("a boolean as string", "true", "\"true\""),
                body("a decimal without its point", "12.5", "3"),
                body("a decimal as string", "12.5", "\"12.5\""),
                body("a date without a time", "T12:30:00", ""),
                body("a date with an offset", "T12:30:00", "T12:30:00+02:00"),
                body("null for an object", "{\"city\": \"Ulm\", \"zip\": \"89073\"}", "null"),
                body("an array for an object", "{\"city\": \"Ulm\", \"zip\": \"89073\"}", "[]"),
                body("an object without a key", ", \"zip\": \"89073\"", ""),
                body("an empty list", items, "[]"),
                body("null for a list", items, "null"),
                body("an object for a list", items, "{}"),
                body("a second element without a key", "\"sku\": \"cup\", ", ""),
                body("a second element with a string for a number", "\"count\": 2", "\"count\": \"2\""),
                body("null for the second element", "{\"sku\": \"cup\", \"count\": 2}", "null"),
                body("a key in another case", "\"name\"", "\"Name\""),
                body("an extra field", "\"id\"", "\"more\": 1, \"id\""),
                response("another status", good -> good.withStatus(201)),
                response("another content type", good -> good.withHeader("Content-Type", "text/html")),
                response("no content type", good -> good.withHeaders(Headers.EMPTY)),
                response(
                        "a content type of the same family",
                        good -> good.withHeader("Content-Type", "application/vnd.x+json")),
                response("an empty body", good -> good.withBody(Body.EMPTY)),
                new Wrong("truncated JSON", with(BODY.substring(0, BODY.length() / 2))));
    }

    @Test
    void the_response_itself_is_accepted() {
        assertThat(PLAN.problems()).isEmpty();
        assertThat(PLAN.match(GOOD).mismatches()).isEmpty();
    }

    @Test
    void of_33_wrong_responses_31_are_noticed() {
        assertThat(bench()).hasSize(33);
        assertThat(bench()).filteredOn(Wrong::isNoticed).hasSize(31);
        assertThat(bench())
                .filteredOn(wrong -> !wrong.isNoticed())
                .extracting(Wrong::what)
                .containsExactly("an empty string", "an extra field");
    }

    @Test
    void the_same_contract_is_as_strong_as_its_weak_strings() {
        Strength strength = Strength.of(contract(), PLAN, GOOD);

        assertThat(strength.weaknesses().stream().map(Weakness::toString))
                .containsExactlyElementsOf(Stream.of("$.name", "$.address.city", "$.address.zip", "$.items[*].sku")
                        .map(path -> path + " may be empty without notice: match it with notEmpty(…) or regex(…)")
                        .toList());
        assertThat(strength.summary()).isEqualTo("58 of 62 changes of the response would be noticed");
    }
}
