package dev.contract.core.format;

import static dev.contract.core.law.Values.chance;
import static dev.contract.core.law.Values.list;
import static dev.contract.core.law.Values.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
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
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A contract means the same in every version that it is lifted to: each file is written, read back and run. */
class VersionLawsTest {
    private static final int EXCHANGES = 8;

    private int accepted;
    private int refused;

    /** A contract of version 2 and exchanges that are near enough to it for some of them to match. */
    private record Case(Contract contract, List<HttpRequest> requests, List<HttpResponse> responses) {}

    @Test
    void a_contract_of_version_2_gives_every_exchange_the_same_verdict_in_versions_3_and_4() {
        Law.holdsFor(VersionLawsTest::example, each -> {
            Contract second = read(each.contract());
            Contract third = read(second.withVersion(SpecVersion.V3));
            Contract fourth = read(third.withVersion(SpecVersion.V4));

            List<String> verdicts = verdicts(second, each);
            assertThat(verdicts(third, each)).isEqualTo(verdicts);
            assertThat(verdicts(fourth, each)).isEqualTo(verdicts);
            count(verdicts);
        });

        assertThat(accepted).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
    }

    private void count(List<String> verdicts) {
        int matches = (int) verdicts.stream().filter("[]"::equals).count();
        accepted += matches;
        refused += verdicts.size() - matches;
    }

    private static List<String> verdicts(Contract contract, Case each) {
        HttpInteraction interaction = (HttpInteraction) contract.interactions().get(0);
        var request = PlanCompiler.request(interaction.request(), contract.version());
        var response = PlanCompiler.response(interaction.response(), contract.version());
        List<String> verdicts = new ArrayList<>();
        each.requests()
                .forEach(it -> verdicts.add(request.match(it).mismatches().toString()));
        each.responses()
                .forEach(it -> verdicts.add(response.match(it).mismatches().toString()));
        return verdicts;
    }

    private static Contract read(Contract contract) {
        return ContractReader.readOrThrow("contract.json", ContractWriter.write(contract));
    }

    private static Case example(RandomGenerator random) {
        HttpRequest request = request(random);
        HttpResponse response = response(random);
        HttpInteraction interaction = new HttpInteraction(
                "an exchange",
                list(random, 1, it -> ProviderState.of("a state")),
                RequestPart.of(request, rules(random), Generators.NONE),
                ResponsePart.of(response, rules(random), Generators.NONE),
                Annotations.NONE);
        List<HttpRequest> requests = new ArrayList<>(List.of(request));
        List<HttpResponse> responses = new ArrayList<>(List.of(response));
        for (int i = 0; i < EXCHANGES; i++) {
            HttpRequest other = request(random);
            HttpResponse otherResponse = response(random);
            requests.add(chance(random, 2) ? other : request.withBody(other.body()));
            responses.add(chance(random, 2) ? otherResponse : response.withBody(otherResponse.body()));
        }
        Contract contract = Contract.of("web", "users", List.of(interaction)).withVersion(SpecVersion.V2);
        return new Case(contract, requests, responses);
    }

    private static HttpRequest request(RandomGenerator random) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        list(random, 2, it -> one(it, "q", "ids[]"))
                .forEach(name -> query.put(name, List.of(one(random, "1", "2", "x y"))));
        Headers headers = headers(random);
        return new HttpRequest(
                one(random, "GET", "POST"),
                one(random, "/users/1", "/users/2"),
                Query.of(query),
                headers,
                body(random));
    }

    private static HttpResponse response(RandomGenerator random) {
        return new HttpResponse(one(random, 200, 404), headers(random), body(random));
    }

    private static Headers headers(RandomGenerator random) {
        Headers.Builder headers = Headers.builder();
        if (chance(random, 2)) {
            headers.add("X-Own", one(random, "1", "a, b"));
        }
        if (!chance(random, 3)) {
            headers.add("Content-Type", one(random, "application/json", "application/json; charset=utf-8"));
        }
        return headers.build();
    }

    private static Body body(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> one(random, Body.MISSING, Body.EMPTY, Body.NULL);
            default -> Body.text(value(random, 2).toJson(), null);
        };
    }

    private static JsonValue value(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 3)) {
            case 0 -> JsonNumber.parse(one(random, "1", "2", "1.0"));
            case 1 -> JsonString.of(one(random, "1", "x", ""));
            case 2 -> JsonBoolean.of(random.nextBoolean());
            case 3 -> JsonArray.of(list(random, 2, it -> value(it, depth - 1)));
            default -> {
                JsonObject.Builder object = JsonObject.builder();
                list(random, 3, it -> one(it, "a", "b", "it's"))
                        .forEach(name -> object.put(name, value(random, depth - 1)));
                yield object.build();
            }
        };
    }

    private static MatchingRules rules(RandomGenerator random) {
        MatchingRules rules = MatchingRules.NONE;
        for (String path : list(random, 3, it -> one(it, "$", "$.a", "$.a[*]", "$.b[0].a", "$.*", "$['it\\'s']"))) {
            rules = rules.with(Category.BODY, path, RuleGroup.of(rule(random)));
        }
        if (chance(random, 2)) {
            rules = rules.with(Category.HEADER, one(random, "X-Own", "content-type"), RuleGroup.of(rule(random)));
        }
        if (chance(random, 2)) {
            rules = rules.with(Category.QUERY, one(random, "q", "ids[]"), RuleGroup.of(rule(random)));
        }
        return chance(random, 2) ? rules.with(Category.PATH, "", RuleGroup.of(rule(random))) : rules;
    }

    private static MatchingRule rule(RandomGenerator random) {
        JsonObject bound = JsonObject.of(one(random, "min", "max"), JsonNumber.of(random.nextInt(3)));
        return one(
                random,
                MatchingRule.of("type"),
                new MatchingRule("type", bound),
                MatchingRule.regex(one(random, ".*", "\\d+", "/users/\\d+", "application/.*")),
                MatchingRule.of("own"));
    }
}
