package dev.contract.provider.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractReader;
import dev.contract.core.problem.Problem;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.state.StateAction;
import dev.contract.provider.state.StateHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StateCatalogueTest {
    private final List<LocatedContract> contracts = new ArrayList<>();

    /** A contract with an interaction for each state, from line 3 on. */
    private StateCatalogueTest contract(String consumer, String... states) {
        List<String> interactions = new ArrayList<>();
        for (String state : states) {
            interactions.add(
                    "{\"description\": \"request %d\", \"providerStates\": [%s], \"request\": {\"method\": \"GET\", \"path\": \"/\"}, \"response\": {\"status\": 200}}"
                            .formatted(interactions.size() + 1, state));
        }
        String json = """
                {"consumer": {"name": "%s"}, "provider": {"name": "users"},
                "interactions": [
                %s],
                "metadata": {"pactSpecification": {"version": "3.0.0"}}}""".formatted(consumer, String.join(",\n", interactions));
        ContractReader.read(consumer + ".json", json.getBytes(StandardCharsets.UTF_8))
                .contract()
                .ifPresent(contract -> contracts.add(LocatedContract.of(contract, consumer + ".json")));
        return this;
    }

    private static String state(String name) {
        return "{\"name\": \"" + name + "\"}";
    }

    private static String state(String name, String parameters) {
        return "{\"name\": \"" + name + "\", \"params\": {" + parameters + "}}";
    }

    private StateCatalogue catalogue() {
        return StateCatalogue.of(contracts);
    }

    private List<String> names() {
        return catalogue().states().stream().map(CataloguedState::name).toList();
    }

    private static String parameters(CataloguedState state) {
        return state.parameters().stream()
                .map(each -> each.name() + " " + each.types() + (each.always() ? "" : "?"))
                .collect(Collectors.joining(", "));
    }

    private static StateHandlers handlers(String... names) {
        StateHandlers handlers = new StateHandlers();
        List.of(names).forEach(name -> handlers.add(name, StateAction.SETUP, state -> null));
        return handlers;
    }

    private static String text(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    @Nested
    class OneState {
        @Test
        void is_told_with_all_who_name_it_and_the_types_of_its_parameters() {
            contract("web", state("a user exists", "\"id\": 1, \"tags\": [\"x\"], \"name\": \"Alice\""));
            contract("app", state("a user exists", "\"id\": \"u-1\", \"tags\": null, \"score\": 1.5"));

            assertThat(catalogue().states()).singleElement().satisfies(user -> {
                assertThat(user.name()).isEqualTo("a user exists");
                assertThat(parameters(user))
                        .isEqualTo("id [STRING, INTEGER], tags [ARRAY, NULL], name [STRING]?, score [NUMBER]?");
                assertThat(user.uses())
                        .containsExactly(
                                new StateUse("web", "request 1", "a user exists", "web.json:3:1"),
                                new StateUse("app", "request 1", "a user exists", "app.json:3:1"));
            });
        }

        @Test
        void is_used_once_by_an_interaction_that_several_versions_of_a_contract_have() {
            contract("web", state("no users")).contract("web", state("no users"));

            assertThat(catalogue().states()).singleElement().satisfies(state -> assertThat(state.uses())
                    .hasSize(1));
        }

        @Test
        void of_interactions_without_one_is_the_empty_name() {
            contract("web", "", state("no users"));

            assertThat(catalogue().hasStateless()).isTrue();
            assertThat(catalogue().names()).containsExactly("no users", "");
        }
    }

    @Nested
    class Placeholders {
        @Test
        void stand_where_a_parameter_says_what_the_name_says() {
            contract("web", state("user 42 exists", "\"id\": 42"), state("user 43 exists", "\"id\": 43"));

            assertThat(names()).containsExactly("user {id} exists");
            assertThat(catalogue().states().get(0).names()).containsExactly("user 42 exists", "user 43 exists");
        }

        @Test
        void stand_where_names_differ_in_numbers_uuids_or_quotes() {
            contract(
                    "web",
                    state("order 7 of user 1"),
                    state("order 8 of user 2"),
                    state("key 0f8fad5b-d9cb-469f-a165-70867728950e is known"),
                    state("key 7c9e6679-7425-40de-944b-e07fc1f90ae7 is known"),
                    state("'bob' may log in"),
                    state("'al' may log in"),
                    state("1.5 kg are left"),
                    state("20 kg are left"));

            assertThat(names())
                    .containsExactly(
                            "'{text}' may log in",
                            "key {uuid} is known",
                            "order {number} of user {number2}",
                            "{number} kg are left");
            assertThat(parameters(catalogue().states().get(3))).isEqualTo("number [INTEGER, NUMBER]");
        }

        @Test
        void are_left_as_a_consumer_wrote_them() {
            contract("web", state("user {id} exists", "\"id\": 42"), state("{count} users"));

            assertThat(names()).containsExactly("user {id} exists", "{count} users");
            assertThat(catalogue().states().stream().map(StateCatalogueTest::parameters))
                    .containsExactly("id [INTEGER]", "count [STRING]");
        }

        @Test
        void stand_for_nothing_that_never_differs_and_for_no_part_of_a_word() {
            contract(
                    "web",
                    state("the answer is 42"),
                    state("v2 is on", "\"version\": 2"),
                    state("a user exists", "\"kind\": \"a\""));

            assertThat(names()).containsExactly("a user exists", "the answer is 42", "v2 is on");
        }
    }

    @Nested
    class NamesThatAreAlike {
        private String alike(String one, String other) {
            return text(contract("web", state(one), state(other)).catalogue().alike());
        }

        @Test
        void are_told_with_their_places() {
            contract("web", state("a user exists")).contract("app", state("user exists"), state("user exists"));

            assertThat(text(catalogue().alike())).isEqualTo("""
                    CONTRACT-ALIKE  two states have nearly one name: "a user exists" and "user exists"
                      where  web.json:3:1, interaction "request 1"; app.json:3:1, interaction "request 1", and 1 more
                      mend   if they mean the same, let the consumers agree on one name""");
        }

        @Test
        void differ_in_capitals_blanks_plurals_placeholders_or_a_slip() {
            assertThat(List.of(
                            alike("User exists", "user exists"),
                            alike("no  users", "no users"),
                            alike("userExists", "user exists"),
                            alike("users exist", "user exists"),
                            alike("user {id} exists", "user {number} exists"),
                            alike("the basket is emtpy", "the basket is empty"),
                            alike("payment was authorized", "payment was authorised")))
                    .doesNotContain("");
        }

        @Test
        void are_not_opposites_or_numbers() {
            assertThat(alike("user is active", "user is inactive")
                            + alike("the item is available", "the item is unavailable")
                            + alike("user exists", "no user exists")
                            + alike("version 1", "version 2 is on")
                            + alike("feature is enabled", "feature is disabled"))
                    .isEmpty();
        }
    }

    @Nested
    class Handlers {
        @Test
        void that_are_missing_are_told_with_those_that_are_near() {
            contract("web", state("user 42 exists", "\"id\": 42"), state("no users"), state("the moon is full"));

            assertThat(text(catalogue().missing(handlers("usr {id} exists", "no users"))))
                    .isEqualTo("""
                    CONTRACT-STATE  no handler for provider state "the moon is full"
                      where  web.json:5:1, interaction "request 3"
                      found  handlers for "usr {id} exists", "no users"
                      mend   add .state("the moon is full", …)
                    CONTRACT-STATE  no handler for provider state "user {id} exists"
                      where  web.json:3:1, interaction "request 1"
                      found  handlers for "usr {id} exists", "no users"
                      mend   add .state("user {id} exists", …)""");
        }

        @Test
        void that_serve_some_of_the_names_leave_the_others() {
            contract("web", state("user 1 exists"), state("user 2 exists"));

            assertThat(text(catalogue().missing(handlers("user 1 exists")))).isEqualTo("""
                    CONTRACT-STATE  no handler for provider state "user 2 exists"
                      where  web.json:3:1, interaction "request 1", and 1 more
                      found  handlers for "user 1 exists"
                      mend   add .state("user {number} exists", …)""");
        }

        @Test
        void of_the_catalogues_names_serve_every_state() {
            contract(
                    "web",
                    state("user 1 exists"),
                    state("user 2 exists"),
                    state("'a' and \\\"b\\\" 3"),
                    state("{x} of 4", "\"x\": 4"),
                    state(""));

            StateCatalogue catalogue = catalogue();

            assertThat(catalogue.missing(handlers(names().toArray(String[]::new))))
                    .isEmpty();
        }
    }
}
