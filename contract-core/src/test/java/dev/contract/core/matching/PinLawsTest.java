package dev.contract.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import dev.contract.core.model.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pins rule out only what is not accepted, and there are some wherever a value has no rules. */
class PinLawsTest {
    private static final List<String> SCALARS =
            List.of("0", "-0", "1", "1.0", "1.00", "10e-1", "100.0", "1e2", "\"1\"", "\"a\"", "\"ab\"", "true", "null");
    private static final List<String> KEYS = List.of("a", "b", "c d");
    private static final List<String> PATHS =
            List.of("$", "$.a", "$.b", "$.*", "$.a[*]", "$.a[0]", "$.a.b", "$['c d']", "$[*]", "$[1].a");
    private static final List<MatchingRule> RULES = Stream.concat(
                    Stream.of(
                                    "equality",
                                    "equality",
                                    "type",
                                    "integer",
                                    "number",
                                    "null",
                                    "boolean",
                                    "notEmpty",
                                    "values",
                                    "ignore-order",
                                    "arrayContains")
                            .map(MatchingRule::of),
                    Stream.of(MatchingRule.regex("[a1].*")))
            .toList();
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json; charset=utf-16",
            "application/vnd.a+json",
            "text/plain");
    private static final List<String> TEXTS = List.of("1", "1.0", "a", "a,b", "a , b", "a;q=1", "a;q=2;p=1", "");

    /** An expectation, and requests that are much like it. */
    private record Case(RequestPart part, List<HttpRequest> requests) {
        static Case of(RandomGenerator random) {
            HttpRequest example = new HttpRequest(
                    Values.one(random, "POST", "PUT"),
                    Values.one(random, "/a", "/%61"),
                    query(random),
                    headers(random),
                    body(json(random, 3), random));
            return new Case(
                    RequestPart.of(example, rules(random), Generators.NONE),
                    Stream.generate(() -> similar(example, random)).limit(30).toList());
        }
    }

    private static JsonValue json(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 4)) {
            case 0 -> JsonReader.read(Values.one(random, SCALARS));
            case 1 -> JsonArray.of(Values.list(random, 3, each -> json(each, depth - 1)));
            default -> object(Values.list(random, 4, each -> Values.one(each, KEYS)), random, depth - 1);
        };
    }

    private static JsonObject object(List<String> keys, RandomGenerator random, int depth) {
        JsonObject.Builder object = JsonObject.builder();
        keys.forEach(key -> object.put(key, json(random, depth)));
        return object.build();
    }

    private static Body body(JsonValue json, RandomGenerator random) {
        byte[] text = json.toJson().getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> Body.MISSING;
            case 1 -> Body.EMPTY;
            case 2 -> Body.of(text);
            case 3 -> Body.of(text, ContentType.JSON);
            default -> Body.json(json);
        };
    }

    private static Query query(RandomGenerator random) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Values.list(random, 2, each -> Values.one(each, KEYS))
                .forEach(name -> parameters.put(name, Values.list(random, 2, each -> Values.one(each, TEXTS))));
        return Query.of(parameters);
    }

    private static Headers headers(RandomGenerator random) {
        Headers.Builder headers = Headers.builder();
        if (!Values.chance(random, 3)) {
            headers.add("Content-Type", Values.chance(random, 2) ? TYPES.get(0) : Values.one(random, TYPES));
        }
        for (String name : List.of("Accept", "Cookie", "X-Tag")) {
            if (Values.chance(random, 2)) {
                Values.list(random, 2, each -> Values.one(each, TEXTS)).forEach(value -> headers.addLine(name, value));
            }
        }
        return headers.build();
    }

    private static MatchingRules rules(RandomGenerator random) {
        MatchingRules rules = MatchingRules.NONE;
        for (String path : Values.list(random, 3, each -> Values.one(each, PATHS))) {
            rules = rules.with(Category.BODY, path, group(random));
        }
        if (Values.chance(random, 4)) {
            rules = rules.with(Category.HEADER, Values.one(random, "Content-Type", "X-Tag", "accept"), group(random));
        }
        if (Values.chance(random, 4)) {
            rules = rules.with(Category.QUERY, Values.one(random, KEYS), group(random));
        }
        return Values.chance(random, 9) ? rules.with(Category.PATH, "", group(random)) : rules;
    }

    private static RuleGroup group(RandomGenerator random) {
        List<MatchingRule> rules = new ArrayList<>(Values.list(random, 1, each -> Values.one(each, RULES)));
        rules.add(Values.one(random, RULES));
        return new RuleGroup(Values.one(random, Combine.values()), rules);
    }

    private static HttpRequest similar(HttpRequest example, RandomGenerator random) {
        JsonValue json = JsonReading.of(example.body().bytes()).value();
        return switch (random.nextInt(8)) {
            case 0 -> example.withPath(Values.one(random, "/a", "/%61", "/b"));
            case 1 -> example.withQuery(query(random));
            case 2 -> example.withHeaders(headers(random));
            case 3 -> example.withBody(body(json(random, 2), random));
            default -> json == null ? example : example.withBody(body(changed(json, random), random));
        };
    }

    /** The same value but for one in it, or in another order, or with one element more. */
    private static JsonValue changed(JsonValue value, RandomGenerator random) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            List<String> names = new ArrayList<>(object.names());
            Collections.shuffle(names, new Random(random.nextLong()));
            JsonObject.Builder shuffled = JsonObject.builder();
            names.forEach(name -> object.get(name).ifPresent(each -> shuffled.put(name, each)));
            String name = names.get(0);
            return shuffled.build()
                    .with(name, changed(shuffled.build().get(name).orElseThrow(), random));
        }
        if (value instanceof JsonArray array && !array.isEmpty()) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            int at = random.nextInt(elements.size());
            if (Values.chance(random, 2)) {
                elements.add(elements.get(at));
            } else {
                elements.set(at, changed(elements.get(at), random));
            }
            return JsonArray.of(elements);
        }
        return json(random, 1);
    }

    @Test
    void what_is_accepted_has_all_that_is_pinned() {
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger pinned = new AtomicInteger();

        Law.holdsFor(Case::of, each -> {
            RequestPlan plan = PlanCompiler.request(each.part(), SpecVersion.V4);
            for (HttpRequest request : each.requests()) {
                ActualBody body = ActualBody.of(request.body(), request.headers());
                if (plan.accepts(request, body)) {
                    accepted.incrementAndGet();
                    for (Pin pin : plan.pins()) {
                        Integer hash = pin.place().hash(request, body);
                        pinned.addAndGet(hash == null ? 0 : 1);
                        assertThat(hash).as("%s of %s", pin, request).isIn(null, pin.hash());
                    }
                }
            }
        });

        assertThat(accepted).hasValueGreaterThan(1_000);
        assertThat(pinned).hasValueGreaterThan(5_000);
    }
}
