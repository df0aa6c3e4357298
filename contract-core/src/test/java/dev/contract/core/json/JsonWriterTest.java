package dev.contract.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWriterTest {

    @ParameterizedTest
    @MethodSource("styles")
    void what_is_written_reads_back_as_the_same_value(Function<JsonValue, String> style) {
        Law.holdsFor(Values::json, value -> assertThat(JsonReader.read(style.apply(value)))
                .isEqualTo(value));
    }

    static List<Named<Function<JsonValue, String>>> styles() {
        return List.of(
                Named.of("compact", JsonWriter::compact),
                Named.of("canonical", JsonWriter::canonical),
                Named.of("pretty", JsonWriter::pretty),
                Named.of("folded", JsonWriter::folded));
    }

    @Nested
    class Strings {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        "\\"\\\\/"       | "\\"\\\\/"
                        "\\n\\r\\t"      | "\\n\\r\\t"
                        "\\b\\f\\u0000"  | "\\u0008\\u000c\\u0000"
                        "\\u00e9é"       | "éé"
                        "\\ud83d\\ude00" | "😀"
                        "\\ud83d"        | "\\ud83d"
                        "\\ude00\\ud83d" | "\\ude00\\ud83d"
                        """)
        void only_what_must_be_escaped_is(String read, String written) {
            assertThat(JsonReader.read(read).toJson()).isEqualTo(written);
        }
    }

    @Nested
    class Order {

        @Test
        void canonical_text_is_equal_for_equal_values() {
            JsonValue one = JsonReader.read("{\"b\": {\"y\": 1, \"x\": 2}, \"a\": [1]}");
            JsonValue other = JsonReader.read("{\"a\": [1], \"b\": {\"x\": 2, \"y\": 1}}");

            assertThat(JsonWriter.canonical(one)).isEqualTo("{\"a\":[1],\"b\":{\"x\":2,\"y\":1}}");
            assertThat(JsonWriter.canonical(other)).isEqualTo(JsonWriter.canonical(one));
        }
    }

    @Nested
    class Layout {

        @Test
        void pretty_text_has_a_line_for_every_entry() {
            assertThat(JsonWriter.pretty(JsonReader.read("{\"a\": [1, {}], \"b\": []}")))
                    .isEqualTo("""
                            {
                              "a": [
                                1,
                                {}
                              ],
                              "b": []
                            }""");
        }

        @Test
        void folded_text_puts_on_a_line_what_fits() {
            String long40 = "\"" + "x".repeat(38) + "\"";
            JsonValue value =
                    JsonReader.read("{\"a\": {\"b\": [1, 2], \"c\": {}}, \"d\": [%1$s, %1$s, 1]}".formatted(long40));

            assertThat(JsonWriter.folded(value)).isEqualTo("""
                            {
                              "a": {"b": [1, 2], "c": {}},
                              "d": [%1$s, %1$s, 1]
                            }""".formatted(long40));
        }

        @Test
        void a_line_has_at_most_a_hundred_characters_with_its_comma() {
            String fits = "[\"" + "x".repeat(93) + "\"]";
            String tooLong = "[\"" + "x".repeat(94) + "\"]";

            assertThat(JsonWriter.folded(JsonReader.read("[%s, %s, 1]".formatted(fits, tooLong))))
                    .isEqualTo("""
                            [
                              %s,
                              [
                                "%s"
                              ],
                              1
                            ]""".formatted(fits, "x".repeat(94)));
        }
    }
}
