package dev.contract.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /users/{id}",
                "web_shop: integer, web: equality",
                "\"a request\", given \"it's 5 % (or more)\"",
                "a → b …",
                "at 10:30:00",
            })
    void is_as_it_was_where_nothing_is_syntax(String text) {
        assertThat(MarkdownText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.name",
                "_a_",
                "a_",
                "*",
                "#12",
                "@team",
                "<b>",
                "[a](b)",
                "a|b",
                "\\",
                "http://example.org",
                "WWW.example.org",
                ":smile:",
            })
    void is_code_where_something_may_be(String text) {
        assertThat(MarkdownText.of(text)).isEqualTo("`" + text + "`");
    }

    @Test
    void has_more_backticks_around_it_than_in_it() {
        assertThat(MarkdownText.of("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(MarkdownText.of("`a`")).isEqualTo("`` `a` ``");
    }

    @Test
    void is_one_line_in_its_own_order() {
        assertThat(MarkdownText.of("a\n\u202eb")).isEqualTo("`a\\n\\u202eb`");
    }

    @Test
    void ends_no_cell_of_a_table() {
        assertThat(new MarkdownTable("a|b", "c").row("d\\|", "e"))
                .hasToString("| `a\\|b` | c |\n|---|---|\n| `d\\\\|` | e |");
    }
}
