package dev.contract.core.matching.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnorderedArraysTest {
    private static final MatchingRules ANY_ORDER =
            MatchingRules.NONE.with(Category.BODY, "$", RuleGroup.of(MatchingRule.of("ignore-order")));

    /** A list, the same in another order, and one element that may not be there twice. */
    private record Lists(List<JsonValue> one, List<JsonValue> shuffled) {
        static Lists of(RandomGenerator random) {
            List<JsonValue> one = Values.list(random, 12, Values::json);
            List<JsonValue> other = new ArrayList<>(one);
            Collections.shuffle(other, new Random(random.nextLong()));
            return new Lists(one, other);
        }
    }

    @Test
    void match_whatever_their_order() {
        Law.holdsFor(Lists::of, lists -> assertThat(
                        match(lists.one(), lists.shuffled(), ANY_ORDER).matches())
                .isTrue());
    }

    @Test
    void pair_elements_of_which_one_rule_takes_many() {
        // The first example takes any number, and must leave to each other one what only that takes
        List<JsonValue> numbers = numbers(200);
        List<JsonValue> reversed = new ArrayList<>(numbers);
        Collections.reverse(reversed);
        MatchingRules rules = ANY_ORDER.with(Category.BODY, "$[0]", RuleGroup.of(MatchingRule.of("type")));

        assertThat(match(numbers, reversed, rules).matches()).isTrue();
    }

    @Test
    void end_where_pairs_without_number_would_have_to_be_tried() {
        MatchingRules rules = ANY_ORDER.with(Category.BODY, "$[*]", RuleGroup.of(MatchingRule.regex("x")));

        MatchResult result = match(numbers(3_000), numbers(3_000), rules);

        assertThat(result.mismatches().get(0).message()).endsWith("; the search took too long and was stopped");
    }

    @Test
    void end_where_alternatives_lie_in_alternatives() {
        // with two rules, each level would otherwise try all below it four times
        RuleGroup either = new RuleGroup(Combine.OR, List.of(MatchingRule.of("ignore-order"), MatchingRule.of("type")));
        MatchingRules rules = MatchingRules.NONE.with(Category.BODY, "$", either);

        MatchResult result = match(nested(JsonNumber.of(1)), nested(JsonString.of("x")), rules);

        assertThat(result.mismatches()).extracting(Mismatch::where).contains("$" + "[0]".repeat(41));
    }

    private static List<JsonValue> nested(JsonValue inmost) {
        List<JsonValue> values = List.of(inmost);
        for (int i = 0; i < 40; i++) {
            values = List.of(JsonArray.of(values));
        }
        return values;
    }

    private static List<JsonValue> numbers(int count) {
        return IntStream.range(0, count).<JsonValue>mapToObj(JsonNumber::of).toList();
    }

    private static MatchResult match(List<JsonValue> expected, List<JsonValue> actual, MatchingRules rules) {
        ResponsePart part = ResponsePart.of(response(expected), rules, Generators.NONE);
        return PlanCompiler.response(part, SpecVersion.V4).match(response(actual));
    }

    private static HttpResponse response(List<JsonValue> values) {
        return HttpResponse.of(200).withBody(Body.json(JsonArray.of(values)));
    }
}
