package dev.contract.broker.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of other people's texts. */
class TextsTest {

    @Nested
    class APlainOutput {
        private static String shown(String text) {
            PlainOutput output = new PlainOutput();
            output.writeContent(text);
            return output.toString();
        }

        @Test
        void shows_what_would_mislead_the_eye() {
            assertThat(shown("a\u202eb\u200bc\u0000d\u001be\u2066f\ufeff"))
                    .isEqualTo("a\\u202eb\\u200bc\\u0000d\\u001be\\u2066f\\ufeff");
        }

        @Test
        void shows_halves_of_characters() {
            assertThat(shown("\ud83d\ude00 \ud83d \ude00")).isEqualTo("\ud83d\ude00 \\ud83d \\ude00");
        }

        @Test
        void leaves_every_script_and_lines_as_they_are() {
            assertThat(shown("größe 名 עברית\n\tend")).isEqualTo("größe 名 עברית\n\tend");
        }
    }

    @Nested
    class ALinkedText {
        @Test
        void leads_where_an_address_says_without_the_end_of_the_sentence() {
            assertThat(LinkedText.of("see https://a.example/b?c=(d), or http://e.example.")
                            .parts())
                    .containsExactly(
                            Ref.none("see "),
                            new Ref("https://a.example/b?c=(d", "https://a.example/b?c=(d"),
                            Ref.none("), or "),
                            new Ref("http://e.example", "http://e.example"),
                            Ref.none("."));
        }

        @Test
        void makes_a_link_of_nothing_else() {
            assertThat(LinkedText.of("javascript:alert(1) data:text/html,x ftp://a //b.example HTTP")
                            .parts())
                    .containsExactly(Ref.none("javascript:alert(1) data:text/html,x ftp://a //b.example HTTP"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:30Z,just now",
        "2026-11-22T11:59:00Z,2 minutes ago",
        "2026-11-22T10:59:00Z,1 hour ago",
        "2026-11-20T12:00:00Z,2 days ago",
        "2026-08-30T12:00:00Z,30 Aug 2026"
    })
    void a_moment_is_told_as_people_tell_it(Instant at, String text) {
        assertThat(new Moment(at, Instant.parse("2026-11-22T12:01:00Z")).text()).isEqualTo(text);
    }
}
