package dev.contract.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePathTest {

    @Nested
    class Reading {

        @Test
        void a_path_has_a_token_for_every_step() {
            assertThat(tokens("$.orders[*].lines[0]['user id'].*.@id.#text"))
                    .containsExactly(
                            new Field("orders"),
                            new AnyIndex(),
                            new Field("lines"),
                            new Index(0),
                            new Field("user id"),
                            new AnyEntry(),
                            new Field("@id"),
                            new Field("#text"));
        }

        @Test
        void the_root_has_none() {
            assertThat(RulePath.parse("$")).contains(RulePath.ROOT);
        }

        @Test
        void digits_behind_a_dot_or_in_quotes_are_a_key() {
            assertThat(tokens("$['2'].3")).containsExactly(new Field("2"), new Field("3"));
        }

        @Test
        void names_may_be_of_any_script() {
            assertThat(tokens("$.größe.名")).containsExactly(new Field("größe"), new Field("名"));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "$['it's'],it's", // as pact-jvm writes it
                    "$['it\\'s'],it's", // as the Rust core writes it
                    "$['e'f'].g,e'f",
                    "$['a.b'],a.b",
                    "$['a[0]'],a[0]",
                    "$[']'],]",
                    "$['a\\b'],a\\b",
                    "$['a\\'],a\\",
                })
        void a_bracketed_name_may_hold_anything(String path, String name) {
            assertThat(tokens(path)[0]).isEqualTo(new Field(name));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "a",
                    ".a",
                    "$a",
                    "$.",
                    "$..a",
                    "$[",
                    "$[]",
                    "$['']",
                    "$['a",
                    "$['a'",
                    "$[a]",
                    "$[-1]",
                    "$[1.5]",
                    "$[9999999999]",
                    "$.a b",
                    "$.a.",
                    "$[*",
                    "$ .a",
                    "$.a[0]b"
                })
        void what_does_not_follow_the_grammar_is_no_path(String expression) {
            assertThat(RulePath.parse(expression)).isEmpty();
        }

        private static Token[] tokens(String expression) {
            return RulePath.parse(expression).orElseThrow().tokens().toArray(Token[]::new);
        }
    }

    @Nested
    class Writing {

        @Test
        void names_that_fit_the_grammar_stand_behind_a_dot() {
            assertThat(RulePath.parse("$['a']['user-id']['@id'][0][*].*"))
                    .hasToString("Optional[$.a.user-id.@id[0][*].*]");
        }

        @Test
        void others_stand_in_brackets_with_their_quotes_as_they_are() {
            assertThat(RulePath.step("it's 1")).isEqualTo("['it's 1']");
        }

        @Test
        void quotes_are_escaped_where_the_name_would_end_too_early() {
            assertThat(RulePath.step("a'].b")).isEqualTo("['a\\'].b']");
        }

        @Test
        void every_path_reads_back_as_itself() {
            Law.holdsFor(
                    random -> new RulePath(Values.list(random, 5, Writing::token)),
                    path -> assertThat(RulePath.parse(path.toString())).contains(path));
        }

        private static Token token(RandomGenerator random) {
            return switch (random.nextInt(6)) {
                case 0 -> new Index(random.nextInt(1000));
                case 1 -> new AnyIndex();
                case 2 -> new AnyEntry();
                default -> new Field(Values.name(random));
            };
        }
    }
}
