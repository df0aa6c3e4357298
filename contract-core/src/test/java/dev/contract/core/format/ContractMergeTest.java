package dev.contract.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.law.Law;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractMergeTest {

    @Nested
    class Agreement {

        @Test
        void interactions_of_both_sides_stand_in_the_merged_contract() {
            Contract merged = ContractMerge.merge(contract(get("a", "/a")), contract(get("b", "/b")));

            assertThat(merged.interactions()).containsExactly(get("a", "/a"), get("b", "/b"));
        }

        @Test
        void the_same_interaction_on_both_sides_becomes_one() {
            Contract merged = ContractMerge.merge(contract(get("a", "/a")), contract(get("a", "/a")));

            assertThat(merged.interactions()).containsExactly(get("a", "/a"));
        }

        @Test
        void descriptions_repeat_under_different_states() {
            Contract merged = ContractMerge.merge(contract(get("a", "/a", "one")), contract(get("a", "/b", "two")));

            assertThat(merged.interactions()).hasSize(2);
        }

        @Test
        void comments_are_those_of_the_added_side() {
            JsonObject comments = JsonObject.of("testname", JsonReader.read("\"NewTest\""));
            Interaction commented = get("a", "/a").withAnnotations(Annotations.NONE.withComments(comments));

            Contract merged = ContractMerge.merge(contract(get("a", "/a")), contract(commented));

            assertThat(merged.interactions()).containsExactly(commented);
        }

        @Test
        void a_key_that_an_author_gave_stays() {
            Interaction keyed = get("a", "/a").withAnnotations(Annotations.NONE.withKey("mine"));

            Contract merged = ContractMerge.merge(contract(keyed), contract(get("a", "/a")));

            assertThat(merged.interactions()).containsExactly(keyed);
        }

        @Test
        void two_keys_of_authors_are_two_interactions() {
            Contract merged = ContractMerge.merge(
                    contract(get("a", "/a").withAnnotations(Annotations.NONE.withKey("one"))),
                    contract(get("a", "/b").withAnnotations(Annotations.NONE.withKey("two"))));

            assertThat(merged.interactions()).hasSize(2);
        }

        @Test
        void the_higher_version_wins() {
            Contract old = contract(get("a", "/a")).withVersion(SpecVersion.V2);

            assertThat(ContractMerge.merge(old, contract(get("b", "/b"))).version())
                    .isEqualTo(SpecVersion.V4);
            assertThat(ContractMerge.merge(contract(get("b", "/b")), old).version())
                    .isEqualTo(SpecVersion.V4);
        }

        @Test
        void metadata_and_what_was_not_understood_stay() {
            Contract known = new Contract(
                    "web",
                    "users",
                    List.of(),
                    SpecVersion.V4,
                    json("{\"jvm\": 1, \"rust\": 1}"),
                    json("{\"interactions\": [{\"type\": \"new\"}], \"x\": 1}"));
            Contract added = new Contract(
                    "web",
                    "users",
                    List.of(),
                    SpecVersion.V4,
                    json("{\"rust\": 2}"),
                    json("{\"interactions\": [{\"type\": \"new\"}, 5]}"));

            Contract merged = ContractMerge.merge(known, added);

            assertThat(merged.metadata()).isEqualTo(json("{\"jvm\": 1, \"rust\": 2}"));
            assertThat(merged.extra()).isEqualTo(json("{\"interactions\": [{\"type\": \"new\"}, 5], \"x\": 1}"));
        }

        @ParameterizedTest
        @EnumSource
        void a_contract_merged_with_itself_as_read_from_its_file_is_the_same(SpecVersion version) {
            Law.holdsFor(random -> ContractKit.contract(random, version), contract -> {
                byte[] written = ContractWriter.write(contract);

                Contract merged = ContractMerge.merge(
                        ContractReader.read("contract.json", written).contract().orElseThrow(), contract);

                assertThat(new String(ContractWriter.write(merged), StandardCharsets.UTF_8))
                        .isEqualTo(new String(written, StandardCharsets.UTF_8));
            });
        }
    }

    @Nested
    class Conflicts {

        @Test
        void different_expectations_of_one_name_are_shown_side_by_side_all_at_once() {
            Contract known = contract(
                    get("a user", "/users/1", "a user exists")
                            .withAnnotations(Annotations.NONE.withLocation(new Location("known.json", 5, 5))),
                    get("b", "/b"),
                    get("c", "/c"));
            Contract added = contract(
                    get("a user", "/users/2", "a user exists")
                            .withAnnotations(Annotations.NONE.withLocation(new Location("added.json", 9, 5))),
                    get("b", "/b"),
                    get("c", "/other"));

            assertThatThrownBy(() -> ContractMerge.merge(known, added))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-MERGE  two interactions of one name expect different things: "a user", given "a user exists"
                              where  known.json:5:5 and added.json:9:5
                              found  request.path is "/users/1" on one side and "/users/2" on the other
                              mend   give one of them another description or another provider state
                            CONTRACT-MERGE  two interactions of one name expect different things: "c"
                              found  request.path is "/c" on one side and "/other" on the other
                              mend   give one of them another description or another provider state""");
        }

        @Test
        void contracts_of_other_services_are_not_merged() {
            Contract other = Contract.of("web", "orders", List.of());

            assertThatThrownBy(() -> ContractMerge.merge(contract(), other))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("""
                            CONTRACT-MERGE  contracts between different services cannot be merged
                              found  "web" with "users", and "web" with "orders"
                              mend   write each into a file of its own""");
        }
    }

    @Nested
    class Showing {

        @Test
        void what_differs_is_named_by_its_path() {
            assertThat(Differences.between(
                            json("{\"a\": {\"b\": [1, 2]}, \"c\": 1, \"d e\": null}"),
                            json("{\"a\": {\"b\": [1, 3]}, \"c\": [], \"f\": 1}")))
                    .containsExactly(
                            "a.b[1] is 2 on one side and 3 on the other",
                            "c is 1 on one side and [] on the other",
                            "$['d e'] is null on one side and nothing on the other",
                            "f is nothing on one side and 1 on the other");
        }

        @Test
        void only_the_first_differences_are_shown() {
            assertThat(Differences.between(
                            json("{\"a\": [0,0,0,0,0,0,0,0,0,0]}"), json("{\"a\": [1,1,1,1,1,1,1,1,1,1]}")))
                    .hasSize(9)
                    .endsWith("and 2 more differences");
        }

        @Test
        void long_values_are_cut() {
            assertThat(Differences.between(JsonReader.read("\"" + "x".repeat(500) + "\""), JsonReader.read("1")))
                    .containsExactly("$ is \"" + "x".repeat(99) + "… (502 characters) on one side and 1 on the other");
        }
    }

    private static JsonObject json(String text) {
        return JsonReader.read(text).asObject().orElseThrow();
    }

    private static Contract contract(Interaction... interactions) {
        return Contract.of("web", "users", List.of(interactions));
    }

    private static Interaction get(String description, String path, String... states) {
        return new HttpInteraction(
                description,
                List.of(states).stream().map(ProviderState::of).toList(),
                RequestPart.of(HttpRequest.of("GET", path)),
                ResponsePart.of(HttpResponse.of(200)),
                Annotations.NONE);
    }
}
