package dev.contract.provider.strength;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthLawsTest {

    private static Strength strength(Body body, MatchingRules rules) {
        HttpResponse response = new HttpResponse(200, Headers.of("Content-Type", "application/json"), body);
        ResponsePart expected = ResponsePart.of(response, rules, Generators.NONE);
        return Strength.of(expected, PlanCompiler.response(expected, SpecVersion.V4), response);
    }

    @Test
    void without_rules_every_change_would_be_noticed() {
        Law.holdsFor(Values::json, json -> {
            Strength strength = strength(Body.json(json), MatchingRules.NONE);

            assertThat(strength.weaknesses()).isEmpty();
            assertThat(strength.noticed()).isEqualTo(strength.changes()).isPositive();
        });
    }

    @Test
    void a_response_of_which_only_types_count_is_weaker_and_never_fails() {
        MatchingRules types = MatchingRules.NONE.with(Category.BODY, "$", RuleGroup.of(MatchingRule.of("type")));
        Law.holdsFor(Values::json, json -> {
            Strength strength = strength(Body.json(json), types);

            assertThat(strength.noticed() + strength.weaknesses().size()).isEqualTo(strength.changes());
            assertThat(strength).isEqualTo(strength(Body.json(json), types));
        });
    }

    @Test
    void bytes_of_any_kind_are_changed_as_a_whole() {
        Law.holdsFor(Values::bytes, bytes -> assertThat(
                        strength(Body.of(bytes), MatchingRules.NONE).changes())
                .isPositive());
    }

    @Test
    void a_large_response_is_changed_in_200_places() {
        JsonObject.Builder body = JsonObject.builder();
        IntStream.range(0, 1_000).forEach(i -> body.put("key" + i, i));

        Strength strength = strength(Body.json(body.build()), MatchingRules.NONE);

        assertThat(strength.summary())
                .isEqualTo("200 of 200 changes of the response would be noticed, 4811 more were not tried");
    }

    @Test
    void a_large_body_is_changed_less_often() {
        JsonObject body = JsonObject.of("text", JsonString.of("x".repeat(3 << 20)));

        Strength strength = strength(Body.json(body), MatchingRules.NONE);

        assertThat(strength.summary())
                .isEqualTo("9 of 9 changes of the response would be noticed, 5 more were not tried");
    }
}
