package dev.contract.core.matching.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class JsonMatchingLawsTest {
    private static final List<String> FITTING = List.of("type", "equality");

    /** An expected value and rules at random places of it that its own example satisfies. */
    private record Expectation(JsonValue example, MatchingRules rules) {
        MatchResult request(JsonValue actual) {
            HttpRequest request = HttpRequest.of("POST", "/");
            RequestPart part = RequestPart.of(request.withBody(Body.json(example)), rules, Generators.NONE);
            return PlanCompiler.request(part, SpecVersion.V4).match(request.withBody(Body.json(actual)));
        }

        MatchResult message(JsonValue actual) {
            MessagePart part =
                    new MessagePart(Body.json(example), JsonObject.EMPTY, rules, Generators.NONE, JsonObject.EMPTY);
            return PlanCompiler.message(part, SpecVersion.V4).match(Body.json(actual), JsonObject.EMPTY);
        }
    }

    private static Expectation expectation(RandomGenerator random) {
        JsonValue example = Values.json(random);
        MatchingRules rules = MatchingRules.NONE;
        for (String path : paths(example)) {
            if (Values.chance(random, 3)) {
                rules = rules.with(Category.BODY, path, RuleGroup.of(MatchingRule.of(Values.one(random, FITTING))));
            }
        }
        return new Expectation(example, rules);
    }

    private static Expectation withoutRules(RandomGenerator random) {
        return new Expectation(Values.json(random), MatchingRules.NONE);
    }

    private static List<String> paths(JsonValue value) {
        List<String> paths = new ArrayList<>();
        collect(value, "$", paths);
        return paths;
    }

    private static void collect(JsonValue value, String path, List<String> paths) {
        paths.add(path);
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), path + (i % 2 == 0 ? "[*]" : "[" + i + "]"), paths);
            }
        } else if (value instanceof JsonObject object) {
            object.forEach((name, entry) -> collect(entry, path + RulePath.step(name), paths));
        }
    }

    /** The same value but for one scalar, or one entry more where it has none. */
    private static JsonValue mutated(JsonValue value, RandomGenerator random) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            int at = random.nextInt(object.size());
            return object.with(object.nameAt(at), mutated(object.valueAt(at), random));
        }
        if (value instanceof JsonArray array && !array.isEmpty()) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            int at = random.nextInt(elements.size());
            elements.set(at, mutated(elements.get(at), random));
            return JsonArray.of(elements);
        }
        return value instanceof JsonString string && string.text().equals("changed")
                ? JsonNumber.of(1)
                : JsonString.of("changed");
    }

    private record Mutation(Expectation expectation, JsonValue mutant) {}

    private static Mutation mutation(RandomGenerator random) {
        Expectation expectation = withoutRules(random);
        return new Mutation(expectation, mutated(expectation.example(), random));
    }

    @Test
    void every_example_matches_itself_under_rules_that_it_satisfies() {
        Law.holdsFor(JsonMatchingLawsTest::expectation, expectation -> {
            assertThat(expectation.request(expectation.example()).mismatches()).isEmpty();
            assertThat(expectation.message(expectation.example()).mismatches()).isEmpty();
        });
    }

    @Test
    void one_changed_value_is_found_where_it_is() {
        Law.holdsFor(JsonMatchingLawsTest::mutation, mutation -> {
            assertThat(mutation.expectation().request(mutation.mutant()).mismatches())
                    .hasSize(1);
            assertThat(mutation.expectation().message(mutation.mutant()).mismatches())
                    .hasSize(1);
        });
    }

    @Test
    void what_a_request_may_be_a_message_may_be_too() {
        Law.holdsFor(random -> new Mutation(expectation(random), Values.json(random)), mutation -> {
            Expectation expectation = mutation.expectation();
            if (expectation.request(mutation.mutant()).matches()) {
                assertThat(expectation.message(mutation.mutant()).mismatches()).isEmpty();
            }
        });
    }

    @Test
    void a_verdict_alone_agrees_with_the_mismatches() {
        Law.holdsFor(
                random -> new Mutation(
                        expectation(random),
                        Values.chance(random, 2)
                                ? Values.json(random)
                                : mutated(expectation(random).example(), random)),
                mutation -> {
                    HttpRequest request = HttpRequest.of("POST", "/").withBody(Body.json(mutation.mutant()));
                    RequestPart part = RequestPart.of(
                            request.withBody(Body.json(mutation.expectation().example())),
                            mutation.expectation().rules(),
                            Generators.NONE);
                    var plan = PlanCompiler.request(part, SpecVersion.V4);
                    var body = ActualBody.of(request.body(), request.headers());

                    assertThat(plan.accepts(request, body))
                            .isEqualTo(plan.match(request).matches());
                });
    }

    @Test
    void mismatches_come_in_the_same_order_every_time() {
        Law.holdsFor(random -> new Mutation(expectation(random), Values.json(random)), mutation -> {
            List<Mismatch> first =
                    mutation.expectation().request(mutation.mutant()).mismatches();
            assertThat(mutation.expectation().request(mutation.mutant()).mismatches())
                    .isEqualTo(first);
        });
    }

    @Test
    void a_value_of_any_type_is_of_its_own_type() {
        Law.holdsFor(
                random -> new Expectation(
                        Values.json(random),
                        MatchingRules.NONE.with(Category.BODY, "$", RuleGroup.of(MatchingRule.of("type")))),
                expectation -> assertThat(
                                expectation.message(expectation.example()).mismatches())
                        .isEmpty());
    }
}
