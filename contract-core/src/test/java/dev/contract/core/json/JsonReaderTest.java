package dev.contract.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Nested
    class Values {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1",
                    "1.0",
                    "1.50",
                    "-0",
                    "1e2",
                    "1E+2",
                    "0.10000000000000000555",
                    "123456789012345678901234567890"
                })
        void numbers_keep_their_text(String text) {
            assertThat(JsonReader.read(text)).isEqualTo(JsonNumber.parse(text)).hasToString(text);
        }

        @Test
        void objects_keep_the_order_of_their_names() {
            assertThat(JsonReader.read("{\"b\": 1, \"a\": 2}")).hasToString("{\"b\":1,\"a\":2}");
        }

        @Test
        void of_a_name_that_stands_twice_the_last_value_wins() {
            assertThat(JsonReader.read("{\"a\": 1, \"b\": 2, \"a\": 3}")).hasToString("{\"a\":3,\"b\":2}");
        }

        @Test
        void a_byte_order_mark_is_skipped() {
            byte[] text = "\ufeff{\"a\": 1}".getBytes(StandardCharsets.UTF_8);

            assertThat(JsonReader.read(text)).hasToString("{\"a\":1}");
            assertThat(JsonReader.readLocated("a.json", text).root().location()).hasToString("a.json:1:1");
        }

        @Test
        void half_a_character_in_an_escape_is_kept() {
            assertThat(JsonReader.read("\"\\ud83d\"")).isEqualTo(JsonString.of("\ud83d"));
        }
    }

    @Nested
    class Places {

        @Test
        void every_value_knows_its_line_and_column() {
            JsonObject root = located("{\n  \"é😀\": [true,\n null], \"b\": {\"c\": \"x\"}, \"n\": 1.0\n}")
                    .root()
                    .asObject()
                    .orElseThrow();

            JsonArray array = root.array("é😀").orElseThrow();
            assertThat(place(root)).isEqualTo("1:1");
            assertThat(place(array)).isEqualTo("2:10");
            assertThat(place(array.get(0))).isEqualTo("2:11");
            assertThat(place(array.get(1))).isEqualTo("3:2");
            assertThat(place(root.object("b").orElseThrow())).isEqualTo("3:14");
            assertThat(place(root.object("b").orElseThrow().find("c"))).isEqualTo("3:20");
            assertThat(place(root.find("n"))).isEqualTo("3:31");
        }

        @Test
        void a_name_that_stands_twice_is_reported() {
            assertThat(located("{\"a\": 1,\n \"a\": 2}").problems())
                    .extracting(Problem::toString)
                    .containsExactly("""
                            CONTRACT-JSON  the name "a" stands twice in one object
                              where  a.json:2:2
                              found  the second of them
                              mend   remove one of the two""");
        }

        @Test
        void places_do_not_make_values_different() {
            assertThat(located("{\"a\": [1, true, null, \"x\"]}").root())
                    .isEqualTo(JsonReader.read("{\"a\":[1,true,null,\"x\"]}"));
        }

        private static String place(JsonValue value) {
            Location location = value.location();
            return location.line() + ":" + location.column();
        }

        private static JsonDocument located(String text) {
            return JsonReader.readLocated("a.json", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class Faults {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        {               | 1:2  | the text ends before the JSON value is complete
                        "abc            | 1:5  | the text ends before the JSON value is complete
                        [1,             | 1:4  | the text ends before the JSON value is complete
                        {"a":1}}        | 1:8  | Unexpected close marker '}': no open Object to close
                        1 2             | 1:3  | more text after the end of the JSON value
                        {"a":1,}        | 1:8  | Unexpected character ('}'): was expecting double-quote to start field name
                        [1}             | 1:3  | Unexpected close marker '}': expected ']' (for Array starting at 1:1)
                        {"a":NaN}       | 1:9  | Non-standard token 'NaN'
                        // x            | 1:1  | Unexpected character ('/'): maybe a (non-standard) comment?
                        01              | 1:2  | Invalid numeric value: Leading zeroes not allowed
                        """)
        void what_is_not_JSON_is_named_with_its_place(String text, String place, String reason) {
            assertThatThrownBy(() -> JsonReader.readLocated("a.json", text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(JsonSyntaxException.class)
                    .hasMessageContaining(
                            "CONTRACT-JSON  not readable as JSON\n  where  a.json:" + place + "\n  found  " + reason);
            assertThatThrownBy(() -> JsonReader.read(text))
                    .isInstanceOfSatisfying(JsonSyntaxException.class, fault -> assertThat(fault.reason())
                            .isEqualTo(reason + " at " + place));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  \n", "\ufeff"})
        void a_text_without_a_value_is_named(String text) {
            assertThatThrownBy(() -> JsonReader.read(text))
                    .hasMessageContaining("found  the text is empty, there is no JSON value");
        }

        @Test
        void bytes_that_are_not_UTF_8_are_named() {
            byte[] text = {'"', (byte) 0xe4, '"'};

            assertThatThrownBy(() -> JsonReader.readLocated("a.json", text)).hasMessage("""
                            CONTRACT-JSON  not readable as JSON
                              where  a.json
                              found  a byte at offset 1 that is not UTF-8
                              mend   save the file as UTF-8""");
            assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonSyntaxException.class);
        }
    }

    @Nested
    class Limits {
        private static final JsonLimits SMALL = new JsonLimits(1000, 4, 20);

        @Test
        void what_keeps_within_them_is_read() {
            assertThat(read("[[[[1]]]]")).hasToString("[[[[1]]]]");
            assertThat(read("\"" + "x".repeat(20) + "\"")).isEqualTo(JsonString.of("x".repeat(20)));
        }

        @Test
        void too_many_levels_are_refused_where_they_start() {
            assertThatThrownBy(() -> read("[\n [[[[1]]]]]")).hasMessage("""
                            CONTRACT-JSON  not readable as JSON
                              where  a.json:2:5
                              found  arrays and objects inside each other, more than 4 levels deep
                              mend   make the document smaller or flatter: such limits protect everyone who reads it""");
        }

        @Test
        void a_string_that_is_too_long_is_refused() {
            String text = "[\"" + "x".repeat(900) + "\"]";

            assertThatThrownBy(() -> read(text))
                    .hasMessageStartingWith(
                            "CONTRACT-JSON  not readable as JSON\n  where  a.json:1:2\n  found  a string longer than 20 characters");
        }

        @Test
        void a_text_that_is_too_long_is_not_even_looked_at() {
            assertThatThrownBy(() -> read("?".repeat(1001))).hasMessage("""
                            CONTRACT-JSON  not readable as JSON
                              where  a.json
                              found  1001 bytes, where at most 1000 are read
                              mend   split the document""");
        }

        @Test
        void a_number_of_thousands_of_digits_is_refused() {
            assertThatThrownBy(() -> JsonReader.read("1".repeat(5000)))
                    .hasMessageContaining("found  a number of too many digits");
        }

        @Test
        void bodies_may_be_deep_but_not_endless() {
            assertThat(JsonReader.read("[".repeat(500) + "]".repeat(500)).kind())
                    .isEqualTo(JsonValue.Kind.ARRAY);
            assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
                    .hasMessageContaining("more than 500 levels deep");
        }

        private static JsonValue read(String text) {
            return JsonReader.readLocated("a.json", text.getBytes(StandardCharsets.UTF_8), SMALL)
                    .root();
        }
    }

    @Test
    void bytes_that_look_like_UTF_32_and_are_not_are_refused() {
        byte[] bytes = {0, 0, 0, '[', 'd', '`', 't', 'a'};

        assertThatThrownBy(() -> JsonReader.read(bytes))
                .isInstanceOfSatisfying(JsonSyntaxException.class, fault -> assertThat(fault.reason())
                        .startsWith("its bytes are no text: Invalid UTF-32 character"));
    }
}
