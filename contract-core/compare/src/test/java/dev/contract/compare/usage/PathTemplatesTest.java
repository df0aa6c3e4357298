package dev.contract.compare.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplatesTest {
    private static HttpInteraction get(String path, MatchingRules rules, Generators generators) {
        return new HttpInteraction(
                "a request for " + path,
                List.of(),
                RequestPart.of(HttpRequest.of("GET", path), rules, generators),
                ResponsePart.of(HttpResponse.of(200)),
                Annotations.NONE);
    }

    private static HttpInteraction get(String path) {
        return get(path, MatchingRules.NONE, Generators.NONE);
    }

    private static HttpInteraction get(String path, String regex) {
        return get(
                path,
                MatchingRules.NONE.with(Category.PATH, "", RuleGroup.of(MatchingRule.regex(regex))),
                Generators.NONE);
    }

    private static HttpInteraction fromState(String path, String expression) {
        Generator generator = new Generator(
                "ProviderState",
                JsonObject.builder().put("expression", expression).build());
        return get(path, MatchingRules.NONE, Generators.NONE.with(Category.PATH, "", generator));
    }

    private static List<String> operations(HttpInteraction... interactions) {
        PathTemplates templates = PathTemplates.of(List.of(Contract.of("web", "users", List.of(interactions))));
        return List.of(interactions).stream()
                .map(each -> templates.of(each).toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/users/7;             ^\\/users\\/\\d+$;               GET /users/{}",
                "/users/7;             /users/[^/]+;                   GET /users/{}",
                "/users/7/orders/a-1;  /users/(\\d+)/orders/\\w-\\d;   GET /users/{}/orders/{}",
                "/v1.2/7;              /v1\\.2/\\d;                    GET /v1.2/{}",
                "/users/7.json;        /users/\\d+\\.json;             GET /users/{}",
                "/users/7;             /users/7;                       GET /users/7",
                "/users/7;             /users/7|/people/7;             GET /users/7",
                "/users/7;             .*;                             GET /users/7",
                "/users/7;             /users/(;                       GET /users/7"
            })
    void the_rule_of_a_path_is_a_template(String path, String regex, String operation) {
        assertThat(operations(get(path, regex))).containsExactly(operation);
    }

    @Test
    void paths_that_the_rule_of_another_interaction_accepts_are_the_same_operation() {
        assertThat(operations(get("/users/7", "/users/\\d+"), get("/users/8"), get("/users/me"), get("/users/8/x")))
                .containsExactly("GET /users/{}", "GET /users/{}", "GET /users/me", "GET /users/8/x");
    }

    @Test
    void values_of_provider_states_give_their_names_to_parameters() {
        assertThat(operations(fromState("/users/7", "/users/${id}"), get("/users/9", "/users/\\d+")))
                .containsExactly("GET /users/{id}", "GET /users/{id}");
    }

    @Test
    void paths_without_rules_stand_as_they_are() {
        assertThat(operations(get("/users/7"), get("/users/8"))).containsExactly("GET /users/7", "GET /users/8");
    }
}
