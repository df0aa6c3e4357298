package dev.contract.core.matching.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleStateTest {
    private final List<Problem> problems = new ArrayList<>();

    /** Each path has a rule whose sentence names it. */
    private RuleState rules(String... paths) {
        Map<String, RuleGroup> groups = new LinkedHashMap<>();
        for (String path : paths) {
            groups.put(path, RuleGroup.of(MatchingRule.regex("<" + path.replaceAll("[\\[\\]$*]", "\\\\$0") + ">")));
        }
        return PathSelection.compile(groups, problems::add);
    }

    /** The path whose rule is selected; "none" when there is none. */
    private static String selected(RuleState state) {
        Rules rules = state.selected();
        if (rules == null) {
            return "none";
        }
        String sentence = rules.refusalsOfText("", "x").get(0);
        return sentence.substring(sentence.indexOf('<') + 1, sentence.lastIndexOf('>'))
                .replace("\\", "");
    }

    @Nested
    class Selection {

        @ParameterizedTest
        @CsvSource({
            "$.a,       $.*,      $.a,     a named step weighs more than a star",
            "$.a[*],    $.a,      $.a[*],  of equal weights the deeper path wins",
            "$.*,       $.a,      $.a,     the order in the file does not count before that",
        })
        void the_most_specific_path_is_selected(String one, String other, String winner, String why) {
            RuleState root = rules(one, other);

            assertThat(selected(root.field("a").index(0))).as(why).isEqualTo(winner);
        }

        @Test
        void of_equally_specific_paths_the_longer_text_is_selected_and_then_the_first() {
            assertThat(selected(rules("$.a.*", "$['a'].*").field("a").field("x")))
                    .isEqualTo("$['a'].*");
            assertThat(selected(rules("$.*.b", "$.a.*").field("a").field("b"))).isEqualTo("$.*.b");
            assertThat(selected(rules("$.a.*", "$.*.b").field("a").field("b"))).isEqualTo("$.a.*");
        }

        @Test
        void nothing_is_selected_before_a_path_is_complete() {
            RuleState root = rules("$.a.b");

            assertThat(selected(root)).isEqualTo("none");
            assertThat(selected(root.field("a"))).isEqualTo("none");
            assertThat(selected(root.field("a").field("b"))).isEqualTo("$.a.b");
            assertThat(root.field("x").isPlain()).isTrue();
        }

        @Test
        void a_rule_reaches_everything_below_its_path() {
            assertThat(selected(rules("$.a").field("a").field("b").index(3).field("c")))
                    .isEqualTo("$.a");
        }

        @Test
        void a_weightier_rule_above_beats_a_lighter_one_at_the_place_itself() {
            assertThat(selected(rules("$.a.b", "$.*.*.*").field("a").field("b").field("c")))
                    .isEqualTo("$.a.b");
        }
    }

    @Nested
    class Steps {

        @Test
        void a_dotted_star_takes_keys_and_indexes_a_bracketed_one_only_indexes() {
            assertThat(selected(rules("$.*").field("a"))).isEqualTo("$.*");
            assertThat(selected(rules("$.*").index(0))).isEqualTo("$.*");
            assertThat(selected(rules("$[*]").index(0))).isEqualTo("$[*]");
            assertThat(selected(rules("$[*]").field("a"))).isEqualTo("none");
        }

        @Test
        void an_index_is_no_key_of_digits() {
            assertThat(selected(rules("$[2]").index(2))).isEqualTo("$[2]");
            assertThat(selected(rules("$[2]").field("2"))).isEqualTo("none");
            assertThat(selected(rules("$['2']").field("2"))).isEqualTo("$['2']");
            assertThat(selected(rules("$['2']").index(2))).isEqualTo("none");
        }

        @Test
        void entries_that_no_path_names_share_one_state() {
            RuleState list = rules("$[*].id", "$[7].id");

            assertThat(list.index(0)).isSameAs(list.index(100_000)).isNotSameAs(list.index(7));
        }

        @Test
        void equal_places_are_one_state_however_they_are_reached() {
            RuleState root = rules("$.*.*.id");

            assertThat(root.field("a").field("b")).isSameAs(root.field("x").index(3));
        }
    }

    @Nested
    class Cascading {
        private final JsonArray two = JsonArray.of(JsonString.of("a"), JsonString.of("b"));

        private RuleState one(String path, MatchingRule rule) {
            return PathSelection.compile(Map.of(path, RuleGroup.of(rule)), problems::add);
        }

        private MatchingRule rule(String type, String name, JsonValue value) {
            return new MatchingRule(type, JsonObject.of(name, value));
        }

        @Test
        void the_size_of_a_list_is_no_matter_of_the_lists_in_it() {
            RuleState list = one("$", rule("type", "max", JsonNumber.of(1)));

            assertThat(list.selected().refusalsOfContainer(two, two)).hasSize(1);
            assertThat(list.index(0).selected().refusalsOfContainer(two, two)).isEmpty();
        }

        @Test
        void rules_about_entries_end_at_their_own_path() {
            for (String type : List.of("values", "arrayContains")) {
                assertThat(one("$.a", MatchingRule.of(type))
                                .field("a")
                                .field("b")
                                .isPlain())
                        .isTrue();
            }
        }

        @Test
        void rules_about_keys_accept_what_lies_below_unless_others_are_selected() {
            RuleState map = PathSelection.compile(
                    Map.of(
                            "$.m", RuleGroup.of(MatchingRule.of("eachKey")),
                            "$.m.id", RuleGroup.of(MatchingRule.of("integer"))),
                    problems::add);

            assertThat(map.acceptsAnything()).isFalse();
            assertThat(map.field("m").acceptsAnything()).isFalse();
            assertThat(map.field("m").field("x").acceptsAnything()).isTrue();
            assertThat(map.field("m").field("x").field("y").acceptsAnything()).isTrue();
            assertThat(map.field("m").field("id").acceptsAnything()).isFalse();
        }
    }

    @Nested
    class Problems {

        @Test
        void a_path_that_is_not_readable_is_told_and_ignored() {
            assertThat(rules("$.a[", "$.b").field("a").isPlain()).isTrue();

            assertThat(problems).singleElement().hasToString("""
                    CONTRACT-RULE  the path "$.a[" of a matching rule is not readable
                      where  matching rules of the body
                      mend   write it like $.items[*].id or $['a name with blanks']: until then the rule is ignored""");
        }
    }
}
