package dev.contract.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairingTest {

    private static Interaction get(String description, String state, String path, int status) {
        return new HttpInteraction(
                description,
                state.isEmpty() ? List.of() : List.of(ProviderState.of(state)),
                RequestPart.of(HttpRequest.of("GET", path)),
                ResponsePart.of(HttpResponse.of(status)),
                Annotations.NONE);
    }

    private static Contract contract(Interaction... interactions) {
        return Contract.of("web", "users", Arrays.asList(interactions));
    }

    private static List<String> pairs(Contract before, Contract after) {
        return Pairing.of(before, after).stream()
                .map(pair -> name(pair.before()) + " → " + name(pair.after()))
                .toList();
    }

    private static String name(Interaction interaction) {
        return interaction == null ? "nothing" : interaction.quoted();
    }

    @Test
    void what_has_the_same_description_and_states_is_the_same_whatever_else_changed() {
        assertThat(pairs(
                        contract(get("a", "x", "/1", 200), get("a", "y", "/2", 200)),
                        contract(get("a", "y", "/3", 200), get("a", "x", "/4", 404))))
                .containsExactly("\"a\", given \"y\" → \"a\", given \"y\"", "\"a\", given \"x\" → \"a\", given \"x\"");
    }

    @Test
    void states_may_change_under_a_description() {
        assertThat(pairs(contract(get("a", "x", "/1", 200)), contract(get("a", "y", "/2", 200))))
                .containsExactly("\"a\", given \"x\" → \"a\", given \"y\"");
    }

    @Test
    void the_same_request_in_the_same_states_was_renamed() {
        assertThat(pairs(
                        contract(get("a", "x", "/1", 200), get("b", "x", "/2", 200)),
                        contract(get("two", "x", "/2", 200), get("one", "x", "/1", 200))))
                .containsExactly(
                        "\"b\", given \"x\" → \"two\", given \"x\"", "\"a\", given \"x\" → \"one\", given \"x\"");
    }

    @Test
    void of_one_route_the_most_alike_was_renamed() {
        assertThat(pairs(
                        contract(get("a request for user 1", "user 1 exists", "/users/1", 200)),
                        contract(
                                get("nobody asks", "nobody is there", "/users/1", 500),
                                get("a request for the user 1", "somebody exists", "/users/1", 200))))
                .containsExactly(
                        "nothing → \"nobody asks\", given \"nobody is there\"",
                        "\"a request for user 1\", given \"user 1 exists\" → \"a request for the user 1\", given"
                                + " \"somebody exists\"");
    }

    @Test
    void what_has_nothing_in_common_came_and_went() {
        assertThat(pairs(contract(get("a", "", "/1", 200)), contract(get("b", "", "/2", 200))))
                .containsExactly("nothing → \"b\"", "\"a\" → nothing");
    }

    @Test
    void equal_interactions_are_told_apart_by_their_number() {
        assertThat(pairs(
                        contract(get("a", "", "/1", 200), get("a", "", "/1", 200)),
                        contract(get("a", "", "/1", 200), get("a", "", "/1", 200), get("a", "", "/1", 200))))
                .containsExactly("\"a\" → \"a\"", "\"a\" → \"a\"", "nothing → \"a\"");
    }

    @Test
    void very_many_of_one_route_are_not_compared_with_each_other() {
        Contract before = contract(IntStream.range(0, 400)
                .mapToObj(i -> get("old " + i, "state " + i, "/", 200))
                .toArray(Interaction[]::new));
        Contract after = contract(IntStream.range(0, 400)
                .mapToObj(i -> get("new " + i, "other " + i, "/", 200))
                .toArray(Interaction[]::new));

        assertThat(Pairing.of(before, after)).hasSize(800);
    }
}
