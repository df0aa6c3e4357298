package dev.contract.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.compare.Inference.Verified;
import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InferenceTest {

    private static HttpInteraction asked(
            String description, String state, String path, JsonObject body, String... typed) {
        MatchingRules rules = MatchingRules.NONE;
        for (String place : typed) {
            rules = rules.with(Category.BODY, place, RuleGroup.of(MatchingRule.of("type")));
        }
        return new HttpInteraction(
                description,
                state.isEmpty() ? List.of() : List.of(ProviderState.of(state)),
                RequestPart.of(HttpRequest.of("GET", path)),
                ResponsePart.of(HttpResponse.of(200).withBody(Body.json(body)), rules, Generators.NONE),
                Annotations.NONE);
    }

    private static RuleGroup group(String rule) {
        return RuleGroup.of(MatchingRule.of(rule));
    }

    private static HttpInteraction filled(MatchingRules rules) {
        return filled(rules, Category.BODY, "$.id");
    }

    private static HttpInteraction filled(MatchingRules rules, Category category, String key) {
        HttpInteraction asked = asked("a", "s", "/1", ALICE);
        Generator state = new Generator("ProviderState", JsonObject.of("expression", JsonString.of("${id}")));
        return asked.withResponse(
                ResponsePart.of(asked.response().example(), rules, Generators.NONE.with(category, key, state)));
    }

    private static Contract contract(Interaction... interactions) {
        return Contract.of("web", "users", List.of(interactions));
    }

    private static Inference inferred(Interaction wanted, Interaction verified) {
        return Inference.of(contract(wanted), List.of(new Verified("web 1", contract(verified))));
    }

    private static final JsonObject ALICE =
            JsonObject.builder().put("id", 1).put("name", "Alice").build();

    @Nested
    class Follows {
        @Test
        void for_less_that_is_asked_in_the_same_way_under_whatever_name() {
            Inference inference =
                    inferred(asked("b", "s", "/1", ALICE.without("id"), "$.name"), asked("a", "s", "/1", ALICE));

            assertThat(inference.holds()).isTrue();
            assertThat(inference.proofs())
                    .extracting(Inference.Proof::sentence)
                    .containsExactly("\"b\", given \"s\" from \"a\", given \"s\" of web 1");
        }

        @Test
        void where_rules_that_look_at_no_example_judge_what_is_filled_in() {
            Interaction wanted = filled(MatchingRules.NONE.with(Category.BODY, "$.id", group("number")));
            Interaction verified = filled(MatchingRules.NONE.with(Category.BODY, "$.id", group("integer")));

            assertThat(inferred(wanted, verified).holds()).isTrue();
            assertThat(inferred(verified, wanted).missing())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "\"a\", given \"s\" may refuse an answer that was accepted so far: $.id -> Expected 1.5");
        }

        @Test
        void where_generators_make_the_type_that_the_example_has_under_a_rule_of_types() {
            MatchingRules rules = MatchingRules.NONE
                    .with(Category.BODY, "$.id", group("type"))
                    .with(Category.BODY, "$.tags", group("type"))
                    .with(Category.BODY, "$.tags[*].name", group("type"));
            JsonObject body = JsonObject.builder()
                    .put("id", 1)
                    .put("tags", JsonArray.of(List.of(JsonObject.of("name", JsonString.of("x")))))
                    .build();
            HttpInteraction plain = asked("a", "s", "/1", body);
            plain = plain.withResponse(ResponsePart.of(plain.response().example(), rules, Generators.NONE));
            HttpInteraction fresh = plain.withResponse(ResponsePart.of(
                    plain.response().example(),
                    rules,
                    Generators.NONE
                            .with(Category.BODY, "$.id", new Generator("RandomInt", JsonObject.EMPTY))
                            .with(Category.BODY, "$.tags[*].name", new Generator("Uuid", JsonObject.EMPTY))));
            HttpInteraction odd = plain.withResponse(ResponsePart.of(
                    plain.response().example(),
                    rules,
                    Generators.NONE.with(Category.BODY, "$.id", new Generator("Uuid", JsonObject.EMPTY))));

            assertThat(inferred(plain, fresh).holds()).isTrue();
            assertThat(inferred(fresh, plain).holds()).isTrue();
            assertThat(inferred(plain, odd).holds()).isFalse();
        }

        @Test
        void from_contracts_of_several_consumers() {
            Interaction one = asked("a", "", "/1", ALICE);
            Interaction other = asked("b", "", "/2", ALICE);
            List<Verified> verified =
                    List.of(new Verified("web 1", contract(one)), new Verified("app 3", contract(other)));

            assertThat(Inference.of(contract(one, other), verified).proofs())
                    .extracting(Inference.Proof::from)
                    .containsExactly("web 1", "app 3");
        }

        @Test
        void whatever_becomes_of_what_may_fail() {
            Interaction pending = asked("new", "", "/9", ALICE).withAnnotations(Annotations.NONE.withPending(true));
            Interaction known = asked("a", "", "/1", ALICE);

            assertThat(Inference.of(contract(pending, known), List.of(new Verified("web 1", contract(known))))
                            .holds())
                    .isTrue();
        }
    }

    @Nested
    class DoesNotFollow {
        @Test
        void for_other_requests_and_other_states() {
            HttpInteraction verified = asked("a", "s", "/1", ALICE);

            assertThat(inferred(asked("a", "s", "/2", ALICE), verified).missing())
                    .containsExactly("\"a\", given \"s\" asks for something that was not asked for yet: GET /2");
            assertThat(inferred(asked("a", "t", "/1", ALICE), verified).missing())
                    .containsExactly(
                            "\"a\", given \"t\" asks for something that was not asked for yet in these provider states");
            HttpInteraction other = new HttpInteraction(
                    "a",
                    List.of(new ProviderState("s", JsonObject.of("id", JsonNumber.of(2)))),
                    verified.request(),
                    verified.response(),
                    Annotations.NONE);
            assertThat(inferred(other, verified).missing())
                    .containsExactly(
                            "\"a\", given \"s\" asks for something that was not asked for yet with these parameters of its"
                                    + " provider states");
        }

        @Test
        void for_another_example_that_the_rules_of_the_request_accept_as_well() {
            assertThat(inferred(one("/users/2"), one("/users/1")).missing())
                    .containsExactly("\"a user\" asks for something that was not asked for yet: GET /users/2");
            assertThat(inferred(one("/users/1"), one("/users/1")).holds()).isTrue();
        }

        private static Interaction one(String path) {
            MatchingRules anyNumber = MatchingRules.NONE.with(
                    Category.PATH,
                    "",
                    RuleGroup.of(new MatchingRule("regex", JsonObject.of("regex", JsonString.of("/users/\\d+")))));
            return new HttpInteraction(
                    "a user",
                    List.of(),
                    RequestPart.of(HttpRequest.of("GET", path), anyNumber, Generators.NONE),
                    ResponsePart.of(HttpResponse.of(200)),
                    Annotations.NONE);
        }

        @Test
        void for_more_in_the_answer() {
            assertThat(inferred(asked("a", "", "/1", ALICE), asked("a", "", "/1", ALICE, "$.name"))
                            .missing())
                    .singleElement()
                    .asString()
                    .startsWith("\"a\" may refuse an answer that was accepted so far: $.name -> Expected ");
        }

        @Test
        void from_what_may_have_failed() {
            Interaction wanted = asked("a", "", "/1", ALICE);

            assertThat(inferred(wanted, wanted.withAnnotations(Annotations.NONE.withPending(true)))
                            .holds())
                    .isFalse();
        }

        @Test
        void from_a_success_where_the_same_may_have_failed_afterwards() {
            Interaction wanted = asked("a", "", "/1", ALICE.without("id"));
            Verified success = new Verified("web 1", contract(asked("a", "", "/1", ALICE)));
            Verified failure = new Verified("app 3", contract(wanted, asked("b", "", "/2", ALICE)), false);
            Verified ofMore = new Verified(
                    "app 3", contract(asked("a", "", "/1", ALICE.with("zip", JsonString.of("8000")))), false);

            assertThat(Inference.of(contract(wanted), List.of(failure, success)).missing())
                    .containsExactly("\"a\" may have failed since");
            assertThat(Inference.of(contract(wanted), List.of(success, failure)).holds())
                    .as("it failed before")
                    .isTrue();
            assertThat(Inference.of(contract(wanted), List.of(ofMore, success)).holds())
                    .as("what failed wanted more")
                    .isTrue();
        }

        @Test
        void from_rules_in_another_order() {
            JsonObject body = JsonObject.of("a", JsonArray.of(List.of(JsonObject.of("x", JsonString.of("5")))));
            RuleGroup same = RuleGroup.of(MatchingRule.of("equality"));
            RuleGroup any = RuleGroup.of(MatchingRule.of("type"));
            MatchingRules none = MatchingRules.NONE;
            HttpInteraction loose =
                    ruled(body, none.with(Category.BODY, "$.a[*].x", any).with(Category.BODY, "$.*[0].x", same));
            HttpInteraction exact =
                    ruled(body, none.with(Category.BODY, "$.*[0].x", same).with(Category.BODY, "$.a[*].x", any));

            assertThat(inferred(exact, loose).missing())
                    .singleElement()
                    .asString()
                    .startsWith("\"a\" may refuse an answer that was accepted so far: $.a[0].x -> Expected ");
            assertThat(inferred(loose, exact).holds()).isTrue();
        }

        private static HttpInteraction ruled(JsonObject body, MatchingRules rules) {
            return new HttpInteraction(
                    "a",
                    List.of(),
                    RequestPart.of(HttpRequest.of("GET", "/1")),
                    ResponsePart.of(HttpResponse.of(200).withBody(Body.json(body)), rules, Generators.NONE),
                    Annotations.NONE);
        }

        @Test
        void where_the_example_of_what_is_filled_in_counts() {
            MatchingRules rules = MatchingRules.NONE.with(Category.BODY, "$.id", group("integer"));
            HttpInteraction verified = filled(rules);
            List<HttpInteraction> wanted = List.of(
                    filled(MatchingRules.NONE.with(Category.BODY, "$.id", group("type"))),
                    filled(rules.with(Category.BODY, "$", group("eachValue"))),
                    filled(rules.with(Category.HEADER, "Location", group("integer")), Category.HEADER, "Location"));

            assertThat(wanted)
                    .allSatisfy(
                            each -> assertThat(inferred(each, verified).holds()).isFalse());
        }

        @Test
        void for_nothing() {
            assertThat(Inference.of(contract(), List.of()).holds()).isFalse();
        }
    }

    /**
     * A contract that a provider truly honours, and one made of it by changes; both judged by the matcher.
     *
     * @param answers of the provider by path: it is a function
     */
    private record Trial(Contract verified, Contract wanted, Map<String, HttpResponse> answers) {

        boolean isHonoured(Contract contract) {
            return contract.interactions().stream().allMatch(each -> {
                HttpInteraction http = (HttpInteraction) each;
                HttpResponse answer =
                        answers.getOrDefault(http.request().example().path() + http.states(), HttpResponse.of(404));
                return Trials.accepts(http.response(), answer);
            });
        }
    }

    @Test
    void what_is_inferred_is_true() {
        AtomicInteger inferred = new AtomicInteger();
        AtomicInteger trials = new AtomicInteger();

        Law.holdsFor(Trials::trial, trial -> {
            assertThat(trial.isHonoured(trial.verified())).isTrue();
            Inference inference = Inference.of(trial.wanted(), List.of(new Verified("web 1", trial.verified())));
            trials.incrementAndGet();
            if (inference.holds()) {
                inferred.incrementAndGet();
                assertThat(trial.isHonoured(trial.wanted())).isTrue();
            }
        });

        assertThat(inferred.get()).as("inferred, of " + trials).isBetween(trials.get() / 20, trials.get() * 19 / 20);
    }

    /** Makes them. */
    private static final class Trials {
        private static final List<String> KEYS = List.of("a", "b", "c", "d");
        private static final List<MatchingRule> RULES = List.of(
                MatchingRule.of("type"),
                MatchingRule.of("number"),
                MatchingRule.of("integer"),
                MatchingRule.of("notEmpty"),
                MatchingRule.regex("[a-z]+"),
                MatchingRule.regex("[a-c]*"),
                MatchingRule.regex("\\d+|x"),
                new MatchingRule(
                        "include", JsonObject.builder().put("value", "a").build()),
                new MatchingRule("type", JsonObject.builder().put("min", 1).build()),
                new MatchingRule("type", JsonObject.builder().put("max", 2).build()));

        static Trial trial(RandomGenerator random) {
            Map<String, HttpResponse> answers = new LinkedHashMap<>();
            List<Interaction> verified = new ArrayList<>();
            List<Interaction> wanted = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                HttpInteraction one = interaction(random, i);
                answers.put("/" + i + one.states(), answer(random, one));
                verified.add(one);
                wanted.add(changed(random, one));
            }
            return new Trial(Contract.of("web", "users", verified), Contract.of("web", "users", wanted), answers);
        }

        private static HttpInteraction interaction(RandomGenerator random, int number) {
            JsonObject body = object(random, 2);
            MatchingRules rules = MatchingRules.NONE;
            for (String path : paths(body, "$")) {
                if (Values.chance(random, 2)) {
                    rules = rules.with(Category.BODY, path, RuleGroup.of(Values.one(random, RULES)));
                }
            }
            HttpResponse example = HttpResponse.of(200).withBody(Body.json(body));
            ResponsePart response = ResponsePart.of(example, rules, Generators.NONE);
            boolean sound = accepts(response, example);
            return new HttpInteraction(
                    "request " + number,
                    List.of(ProviderState.of("state")),
                    RequestPart.of(HttpRequest.of("GET", "/" + number)),
                    sound ? response : ResponsePart.of(example),
                    Annotations.NONE);
        }

        private static boolean accepts(ResponsePart expected, HttpResponse answer) {
            return PlanCompiler.response(expected, SpecVersion.V4).match(answer).matches();
        }

        /** Something that it accepts, other than its example where something was found. */
        private static HttpResponse answer(RandomGenerator random, HttpInteraction interaction) {
            HttpResponse example = interaction.response().example();
            JsonValue body = example.body().json().orElseThrow();
            for (int i = 0; i < 30; i++) {
                HttpResponse answer = example.withBody(Body.json(varied(random, body)));
                if (accepts(interaction.response(), answer)) {
                    return answer;
                }
            }
            return example;
        }

        private static HttpInteraction changed(RandomGenerator random, HttpInteraction was) {
            ResponsePart response = was.response();
            JsonObject body = response.example()
                    .body()
                    .json()
                    .flatMap(JsonValue::asObject)
                    .orElseThrow();
            MatchingRules rules = response.rules();
            String path = Values.one(random, paths(body, "$"));
            switch (random.nextInt(6)) {
                case 0 -> rules = MatchingRules.NONE;
                case 1 -> rules = rules.with(Category.BODY, path, RuleGroup.of(Values.one(random, RULES)));
                case 2 -> body = body.isEmpty() ? body : body.without(Values.one(random, body.names()));
                case 3 -> body = body.with(Values.one(random, KEYS), value(random, 1));
                case 4 -> rules = rules.with(Category.BODY, path, RuleGroup.of(MatchingRule.of("type")));
                default -> {
                    // the same, under another name
                }
            }
            HttpResponse example = response.example().withBody(Body.json(body));
            String changedPath = Values.chance(random, 20)
                    ? "/other"
                    : was.request().example().path();
            return new HttpInteraction(
                    was.description() + " again",
                    was.states(),
                    RequestPart.of(HttpRequest.of("GET", changedPath)),
                    ResponsePart.of(example, rules, Generators.NONE),
                    Annotations.NONE);
        }

        private static List<String> paths(JsonValue value, String path) {
            List<String> paths = new ArrayList<>(List.of(path));
            if (value instanceof JsonObject object) {
                object.forEach((key, entry) -> paths.addAll(paths(entry, path + "." + key)));
            } else if (value instanceof JsonArray array && !array.isEmpty()) {
                paths.addAll(paths(array.get(0), path + "[*]"));
            }
            return paths;
        }

        private static JsonObject object(RandomGenerator random, int depth) {
            JsonObject.Builder object = JsonObject.builder();
            for (String key : KEYS) {
                if (Values.chance(random, 2)) {
                    object.put(key, value(random, depth - 1));
                }
            }
            return object.build();
        }

        private static JsonValue value(RandomGenerator random, int depth) {
            return switch (random.nextInt(depth > 0 ? 7 : 5)) {
                case 0 -> JsonNull.NULL;
                case 1 -> JsonBoolean.of(random.nextBoolean());
                case 2 -> JsonNumber.parse(Values.one(random, "0", "1", "1.5", "-7"));
                case 3, 4 -> JsonString.of(Values.one(random, "", "a", "abc", "x", "12", "B"));
                case 5 -> object(random, depth);
                default -> JsonArray.of(Values.list(random, 3, it -> value(it, depth - 1)));
            };
        }

        /** Some of its values others, some keys more or fewer, arrays longer or shorter. */
        private static JsonValue varied(RandomGenerator random, JsonValue value) {
            if (value instanceof JsonObject object) {
                JsonObject.Builder varied = JsonObject.builder();
                object.forEach((key, entry) -> varied.put(key, varied(random, entry)));
                return Values.chance(random, 3)
                        ? varied.put(Values.one(random, "extra", "d"), value(random, 1))
                                .build()
                        : varied.build();
            }
            if (value instanceof JsonArray array && !array.isEmpty()) {
                int size = Values.chance(random, 2) ? array.size() : random.nextInt(4);
                List<JsonValue> elements = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    elements.add(varied(random, array.get(Math.min(i, array.size() - 1))));
                }
                return JsonArray.of(elements);
            }
            if (Values.chance(random, 2)) {
                return value;
            }
            JsonValue other = value(random, 0);
            return other.kind() == value.kind() || Values.chance(random, 8) ? other : value;
        }
    }
}
