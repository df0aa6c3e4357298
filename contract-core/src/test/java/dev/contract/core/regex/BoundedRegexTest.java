package dev.contract.core.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.regex.BoundedRegex.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedRegexTest {

    @Nested
    class Expressions_of_other_languages {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        /users/{id}                      | /users/{id}
                        {"id":\\d+}                      | {"id":42}
                        a{}                              | a{}
                        \\p{Lu}{2}{x}                    | AB{x}
                        [{]{2}{x}                        | {{{x}
                        [^]{]{x}                         | a{x}
                        \\Q{y}\\E{x}                     | {y}{x}
                        \\{y}{x}                         | {y}{x}
                        (?P<year>\\d{4})                 | 2024
                        (?P<user_id>\\d)-(?P=user_id)    | 7-7
                        (?<user_id>\\d)-\\k<user_id>     | 7-7
                        (?P<id>\\d+)/{rest}              | 42/{rest}
                        """)
        void are_read_as_they_are_meant(String regex, String text) {
            BoundedRegex read = BoundedRegex.parse(regex.replace("\\\\", "\\"));

            assertThat(read.judge(text)).isEqualTo(Verdict.MATCH);
            assertThat(read.judge(text + "?")).isEqualTo(Verdict.NO_MATCH);
        }

        @Test
        void keep_the_number_of_their_groups() {
            assertThat(BoundedRegex.parse("http://[^/]+(?P<the_path>/{id}/.*)").firstGroup("http://localhost/{id}/7"))
                    .contains("/{id}/7");
        }
    }

    @Nested
    class Broken_expressions {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        {id}[                        | Illegal repetition at character 2
                        a{,3}                        | Illegal repetition at character 3
                        (?P<a_b>x)(?P<a_b>y)         | Unknown inline modifier at character 3
                        ab(                          | Unclosed group at character 4
                        """)
        void are_refused_as_they_were_written(String regex, String reason) {
            assertThatThrownBy(() -> BoundedRegex.parse(regex))
                    .isInstanceOfSatisfying(RegexSyntaxException.class, e -> assertThat(e.reason())
                            .isEqualTo(reason));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{", "\\p{", "(?P<a", "(?P<a>", "[\\]"})
        void of_any_size_are_refused_at_once(String piece) {
            assertThatThrownBy(() -> BoundedRegex.parse(piece.repeat(100_000 / piece.length() - 1) + "("))
                    .isInstanceOf(RegexSyntaxException.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "(|)",
                    "(?:|)",
                    "(?>|a|)",
                    "(a?|b?)",
                    "(a*)?",
                    "(?i:\\s*|)",
                    "(a?)*",
                    "((a|)b?)?",
                    "(?=(|))(|)",
                    "(|)\\b",
                    "(|)\\1",
                    "(|)\\Q\\E",
                    "(?x)(|) # (a\n",
                    "(?:\\d{0,3}){0,2}",
                    "(|)(?=a)",
                    "(a{0}|[]]*|[^]\\]]*)"
                })
        void include_those_with_too_many_ways_to_read_nothing(String piece) {
            for (String start : new String[] {"", "a", ".*(", "x|("}) {
                String regex = start + piece.repeat(26) + "b" + (start.endsWith("(") ? ")" : "");

                assertThatThrownBy(() -> BoundedRegex.parse(regex))
                        .isInstanceOfSatisfying(RegexSyntaxException.class, e -> assertThat(e.reason())
                                .isEqualTo("too many groups in a row that can be empty in more than one way"));
            }
        }

        @Test
        void say_what_is_wrong_on_their_own() {
            assertThatThrownBy(() -> BoundedRegex.parse("[a-")).hasMessage("""
                            CONTRACT-REGEX  not usable as a regular expression
                              found  "[a-": Illegal character range at character 4""");
        }
    }

    @Test
    void an_expression_that_runs_away_is_stopped() {
        assertThat(BoundedRegex.parse("(.*a){12}b").judge("a".repeat(60))).isEqualTo(Verdict.GAVE_UP);
        assertThat(BoundedRegex.parse("((.*a){12})b").firstGroup("a".repeat(60)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a?, b", "(a|a), b", "'a{0,40}', b", "'(?x) (a|a) ', b", "(a|a)\\Q\\E, b"})
    void nor_does_one_run_away_that_has_many_ways_without_repeating_a_group(String piece, String end) {
        String regex = piece.repeat(40) + "a".repeat(piece.equals("a?") ? 40 : 0) + end;

        assertThat(BoundedRegex.parse(regex).judge("a".repeat(40))).isEqualTo(Verdict.GAVE_UP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?",
                "(a)?",
                "(?:-[a-z]*)?",
                "(a|b|)c",
                "(\\s*,)*",
                "[(|)]",
                "\\Q(|)\\E",
                "\\(|\\)",
                "(|) ",
                "(?x:(|)\\#)",
                "(?:(?:\\w*\\s*)*,)",
                "[[(|)]&&[(]]",
                "\\b$",
                "\\x{28}(|)",
                "(a+)"
            })
    void what_reads_something_or_is_empty_in_one_way_may_stand_in_any_number(String piece) {
        assertThat(BoundedRegex.parse(piece.repeat(200)).toString()).hasSize(200 * piece.length());
    }

    @Test
    void a_part_of_a_text_is_found() {
        BoundedRegex regex = BoundedRegex.parse("Started|^Ready$");

        assertThat(regex.search("App: Started in 2 s")).isEqualTo(Verdict.MATCH);
        assertThat(regex.search("Ready")).isEqualTo(Verdict.MATCH);
        assertThat(regex.search("not Ready")).isEqualTo(Verdict.NO_MATCH);
        assertThat(BoundedRegex.parse("(.*a){12}b").search("a".repeat(60))).isEqualTo(Verdict.GAVE_UP);
    }
}
