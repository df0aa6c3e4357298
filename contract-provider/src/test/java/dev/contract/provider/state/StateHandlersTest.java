package dev.contract.provider.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.ProviderState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StateHandlersTest {
    private final StateHandlers handlers = new StateHandlers();

    @Nested
    class Names {

        @Test
        void of_several_that_fit_the_most_literal_wins() throws StateFailure {
            for (String name : List.of("{anything}", "user {id}", "user {id} exists", "user 7 exists")) {
                handlers.add(name, StateAction.SETUP, state -> Map.of("by", name));
            }

            assertThat(by("user 7 exists")).isEqualTo("user 7 exists");
            assertThat(by("user 8 exists")).isEqualTo("user {id} exists");
            assertThat(by("user 8")).isEqualTo("user {id}");
            assertThat(by("night")).isEqualTo("{anything}");
        }

        @Test
        void placeholders_are_parameters_and_the_contract_wins() throws StateFailure {
            handlers.add("{a} owes {b} euros", StateAction.SETUP, state -> state.parameters());

            JsonObject found =
                    handlers.setUp(new ProviderState("Al (jr.) owes 5 euros", JsonObject.of("b", JsonNumber.of(6))));

            assertThat(found.toJson()).isEqualTo("{\"a\":\"Al (jr.)\",\"b\":6}");
        }

        @Test
        void what_is_special_in_a_regex_is_nothing_special() {
            handlers.add("a.b (c) [d]? {x}", StateAction.SETUP, state -> null);

            assertThat(handlers.canSetUp("a.b (c) [d]? 1")).isTrue();
            assertThat(handlers.canSetUp("aXb (c) [d]? 1")).isFalse();
            assertThat(handlers.canSetUp("a.b (c) [d]? ")).isFalse();
        }

        private String by(String state) throws StateFailure {
            return handlers.setUp(ProviderState.of(state)).string("by").orElse("nobody");
        }
    }

    @Nested
    class Values {

        record Point(int x, @Nullable String label) {}

        @Test
        void may_be_a_map_of_anything() throws StateFailure {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("text", "a");
            map.put("number", 1.50);
            map.put("whole", 7L);
            map.put("bool", true);
            map.put("none", null);
            map.put("list", Arrays.asList(1, null, "x"));
            map.put("map", Map.of("a", 1));
            map.put("record", new Point(1, null));
            map.put("date", LocalDate.of(2024, 2, 29));
            map.put("optional", Optional.of("y"));
            map.put("json", JsonString.of("z"));

            assertThat(returned(map).toJson())
                    .isEqualTo(
                            "{\"text\":\"a\",\"number\":1.5,\"whole\":7,\"bool\":true,\"none\":null,\"list\":[1,null,\"x\"],"
                                    + "\"map\":{\"a\":1},\"record\":{\"x\":1,\"label\":null},\"date\":\"2024-02-29\",\"optional\":\"y\",\"json\":\"z\"}");
        }

        @Test
        void may_be_a_record_or_json_or_nothing() throws StateFailure {
            assertThat(returned(new Point(1, "p")).toJson()).isEqualTo("{\"x\":1,\"label\":\"p\"}");
            assertThat(returned(JsonReader.read("{\"a\": 1.0}")).toJson()).isEqualTo("{\"a\":1.0}");
            assertThat(returned(null)).isEqualTo(JsonObject.EMPTY);
        }

        @Test
        void must_have_names() {
            assertThatThrownBy(() -> returned("text"))
                    .isInstanceOf(StateFailure.class)
                    .hasMessage(
                            "the handler of provider state \"a\" threw IllegalArgumentException:"
                                    + " it returned a String, where a map, a record or a JsonObject gives values to generators");
        }

        private JsonObject returned(@Nullable Object value) throws StateFailure {
            StateHandlers one = new StateHandlers();
            one.add("a", StateAction.SETUP, state -> value);
            return one.setUp(ProviderState.of("a"));
        }
    }

    @Nested
    class Parameters {
        private final StateCall call = new StateCall(
                "a",
                StateAction.SETUP,
                JsonReader.read("{\"id\": 7, \"text\": \"8\", \"yes\": true, \"list\": [1, {\"a\": null}]}")
                        .asObject()
                        .orElseThrow());

        @Test
        void are_read_as_what_is_asked_for() {
            assertThat(call.string("id")).isEqualTo("7");
            assertThat(call.string("list")).isEqualTo("[1,{\"a\":null}]");
            assertThat(call.integer("id")).isEqualTo(7);
            assertThat(call.integer("text")).isEqualTo(8);
            assertThat(call.bool("yes")).isTrue();
            assertThat(call.value("none")).isEmpty();
            assertThat(call.toMap()).hasToString("{id=7, text=8, yes=true, list=[1, {a=null}]}");
        }

        @Test
        void say_what_there_is_when_one_is_missing() {
            assertThatThrownBy(() -> call.string("key"))
                    .hasMessage("the state has no parameter \"key\"; it has \"id\", \"text\", \"yes\", \"list\"");
            assertThatThrownBy(() -> call.integer("yes"))
                    .hasMessage("the parameter \"yes\" is no whole number but \"true\"");
            assertThatThrownBy(() -> call.bool("id")).hasMessage("the parameter \"id\" is no boolean but \"7\"");
        }
    }
}
