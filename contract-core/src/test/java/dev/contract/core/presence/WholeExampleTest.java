package dev.contract.core.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.Presence;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.SpecVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WholeExampleTest {

    @Nested
    class Of_a_response {
        private final ResponsePart part = part(
                "{\"items\": [{\"id\": 1}, {\"id\": 2, \"by\": {\"name\": \"Bo\"}}]}",
                Map.of("$.items[*].by", "{}", "$.items[*].by.name", "\"Al\""));

        @Test
        void has_the_fields_that_lie_in_fields_and_keeps_what_it_has() {
            assertThat(text(WholeExample.of(part)))
                    .isEqualTo("{\"items\":[{\"id\":1,\"by\":{\"name\":\"Al\"}},"
                            + "{\"id\":2,\"by\":{\"name\":\"Bo\"}}]}");
        }

        @Test
        void is_itself_without_them() {
            assertThat(WholeExample.withoutOptional(part)).isSameAs(part);
        }
    }

    /** Each field has ten objects, into each of which the next one goes, and so on: few bytes that mean billions of values. */
    @Nested
    class Of_fields_that_multiply_each_other {
        private final ResponsePart part = part("{\"a\": 1}", multiplying(40));

        @Test
        void stays_as_the_contract_has_it() {
            assertThat(WholeExample.of(part)).isSameAs(part);
        }

        @Test
        void is_compared_as_far_as_what_came_goes() {
            var plan = PlanCompiler.response(part, SpecVersion.V4);

            assertThat(plan.match(response("{\"a\": 1}")).mismatches()).isEmpty();
            assertThat(plan.match(response("{\"a\": 1, \"g\": {\"k0\": {\"g\": 7}}}"))
                            .mismatches())
                    .extracting(mismatch -> mismatch.where())
                    .contains("$.g.k0.g");
        }

        private static Map<String, String> multiplying(int levels) {
            JsonObject.Builder ten = JsonObject.builder();
            for (int i = 0; i < 10; i++) {
                ten.put("k" + i, JsonObject.EMPTY);
            }
            Map<String, String> fields = new LinkedHashMap<>();
            for (int level = 0; level < levels; level++) {
                fields.put("$" + ".*".repeat(level) + ".g", ten.build().toJson());
            }
            return fields;
        }
    }

    @Nested
    class Of_thousands_of_fields_at_one_place {
        private static final int MANY = 20_000;

        private final ResponsePart part = part("{\"items\": [{\"id\": 1}]}", many());

        private static Map<String, String> many() {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < MANY; i++) {
                fields.put("$.items[*].f" + i, "" + i);
            }
            return fields;
        }

        @Test
        void has_them_all() {
            JsonValue whole = JsonReader.read(text(WholeExample.of(part)));

            assertThat(RulePath.parse("$.items[0]")
                            .orElseThrow()
                            .in(whole)
                            .flatMap(JsonValue::asObject)
                            .orElseThrow()
                            .size())
                    .isEqualTo(MANY + 1);
        }

        @Test
        void is_compared_with_them_and_without() {
            var plan = PlanCompiler.response(part, SpecVersion.V4);

            assertThat(plan.match(part.example()).mismatches()).isEmpty();
            assertThat(plan.match(WholeExample.of(part).example()).mismatches()).isEmpty();
            assertThat(plan.match(response("{\"items\": [{\"id\": 1, \"f7\": 8}]}"))
                            .mismatches())
                    .singleElement()
                    .hasToString("$.items[0].f7 -> Expected 8 (Integer) to be equal to 7 (Integer)");
        }

        @Test
        void counts_which_of_them_came() {
            Body came = Body.json(JsonReader.read("{\"items\": [{\"f7\": 8}, {}]}"));

            assertThat(Sightings.in(came, part.presence()))
                    .hasSize(MANY)
                    .contains(
                            new Sightings.Sighting("$.items[*].f7", 1, 1),
                            new Sightings.Sighting("$.items[*].f8", 0, 2));
        }
    }

    @Nested
    class Below_an_array_that_contains {
        @Test
        void is_judged_as_anywhere() {
            MatchingRules contains = MatchingRules.NONE.with(
                    Category.BODY, "$.items", RuleGroup.of(new MatchingRule("arrayContains", JsonObject.EMPTY)));
            ResponsePart items = part("{\"items\": [{\"id\": 1}]}", Map.of("$.items[0].by", "\"Al\""));
            ResponsePart part = new ResponsePart(items.example(), contains, Generators.NONE, items.extra());
            var plan = PlanCompiler.response(part, SpecVersion.V4);

            assertThat(plan.match(response("{\"items\": [{\"id\": 1}]}")).mismatches())
                    .isEmpty();
            assertThat(plan.match(response("{\"items\": [{\"id\": 1, \"by\": \"Al\"}]}"))
                            .mismatches())
                    .isEmpty();
            assertThat(plan.match(response("{\"items\": [{\"id\": 1, \"by\": \"Bo\"}]}"))
                            .mismatches())
                    .hasSize(1);
        }
    }

    private static ResponsePart part(String body, Map<String, String> optional) {
        Map<RulePath, JsonValue> examples = new LinkedHashMap<>();
        optional.forEach((path, example) -> examples.put(RulePath.parse(path).orElseThrow(), JsonReader.read(example)));
        Presence presence = new Presence(examples, Map.of(), Set.of());
        return new ResponsePart(response(body), MatchingRules.NONE, Generators.NONE, presence.addTo(JsonObject.EMPTY));
    }

    private static HttpResponse response(String body) {
        return HttpResponse.of(200).withBody(Body.json(JsonReader.read(body)));
    }

    private static String text(ResponsePart part) {
        return part.example().body().text();
    }
}
