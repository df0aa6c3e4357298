package dev.contract.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.compare.Redundancy.Implied;
import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedundancyTest {
    private static final MatchingRules ANY_USER = new MatchingRules(
            Map.of(Category.PATH, Map.of("", RuleGroup.of(MatchingRule.regex("/users/\\d+")))), JsonObject.EMPTY);

    private static Interaction user(String description, String path, MatchingRules rules) {
        return user(description, List.of(), "GET", path, rules);
    }

    private static Interaction user(
            String description, List<ProviderState> states, String method, String path, MatchingRules rules) {
        return new HttpInteraction(
                description,
                states,
                RequestPart.of(HttpRequest.of(method, path), rules, Generators.NONE),
                ResponsePart.of(HttpResponse.of(200)),
                Annotations.NONE);
    }

    @Test
    void one_that_is_asked_like_another_goes_without_loss_also_where_rules_cover_both() {
        Interaction any = user("any user", "/users/1", ANY_USER);
        Interaction second = user("user 2", "/users/2", MatchingRules.NONE);
        Interaction again = user("user 2 again", "/users/2", MatchingRules.NONE);

        Redundancy redundancy = Redundancy.of(Contract.of("web", "users", List.of(any, second, again)));

        assertThat(redundancy.implied())
                .containsExactly(new Implied(second, any, false), new Implied(again, second, true));
        assertThat(redundancy.without(redundancy.sentAlike()).interactions()).containsExactly(any, second);
        assertThat(redundancy.without(redundancy.implied()).interactions()).containsExactly(any);
    }

    @Test
    void what_accepts_a_request_implies_nothing_in_other_states_or_by_another_method() {
        Interaction any = user("any user", "/users/1", ANY_USER);
        Interaction inState =
                user("user 2", List.of(ProviderState.of("logged in")), "GET", "/users/2", MatchingRules.NONE);
        Interaction deleted = user("no user 2", List.of(), "DELETE", "/users/2", MatchingRules.NONE);

        assertThat(Redundancy.of(Contract.of("web", "users", List.of(any, inState, deleted)))
                        .implied())
                .isEmpty();
    }

    @Test
    void what_is_pending_can_go_and_implies_nothing() {
        Interaction pending =
                user("user 2", "/users/2", MatchingRules.NONE).withAnnotations(Annotations.NONE.withPending(true));
        Interaction any = user("any user", "/users/1", ANY_USER);
        Interaction again = user("user 2 again", "/users/2", MatchingRules.NONE);

        assertThat(Redundancy.of(Contract.of("web", "users", List.of(pending, any)))
                        .implied())
                .containsExactly(new Implied(pending, any, false));
        assertThat(Redundancy.of(Contract.of("web", "users", List.of(pending, again)))
                        .implied())
                .containsExactly(new Implied(pending, again, true));
    }

    @Test
    void of_two_that_are_sent_alike_the_first_stays() {
        Interaction second = user("user 2", "/users/2", MatchingRules.NONE);
        Interaction again = user("user 2 again", "/users/2", MatchingRules.NONE);

        assertThat(Redundancy.of(Contract.of("web", "users", List.of(second, again)))
                        .implied())
                .containsExactly(new Implied(again, second, true));
    }

    @Test
    void the_order_of_rules_that_are_equally_specific_says_something() {
        RuleGroup same = RuleGroup.of(MatchingRule.of("equality"));
        RuleGroup any = RuleGroup.of(MatchingRule.of("type"));
        MatchingRules none = MatchingRules.NONE;
        Interaction loose =
                items("loose", none.with(Category.BODY, "$.a[*].x", any).with(Category.BODY, "$.*[0].x", same));
        Interaction exact =
                items("exact", none.with(Category.BODY, "$.*[0].x", same).with(Category.BODY, "$.a[*].x", any));

        assertThat(Redundancy.of(Contract.of("web", "users", List.of(loose, exact)))
                        .implied())
                .containsExactly(new Implied(loose, exact, true));
    }

    private static Interaction items(String description, MatchingRules rules) {
        Body body = Body.json(JsonReader.read("{\"a\": [{\"x\": \"5\"}]}"));
        return new HttpInteraction(
                description,
                List.of(),
                RequestPart.of(HttpRequest.of("GET", "/items")),
                ResponsePart.of(HttpResponse.of(200).withBody(body), rules, Generators.NONE),
                Annotations.NONE);
    }
}
