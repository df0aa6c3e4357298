package dev.contract.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

    @Nested
    class Numbers {

        @Test
        void an_integer_and_a_decimal_of_the_same_value_differ() {
            assertThat(JsonNumber.parse("1")).isNotEqualTo(JsonNumber.parse("1.0"));
        }

        @ParameterizedTest
        @CsvSource({"1,true", "-10,true", "1.0,false", "1e2,false", "1E2,false"})
        void an_integer_has_neither_fraction_nor_exponent(String text, boolean integer) {
            assertThat(JsonNumber.parse(text).isInteger()).isEqualTo(integer);
        }

        @ParameterizedTest
        @CsvSource({"0,0", "007,7", "123456789,123456789", "1234567890,", "'',", "-1,", "1.0,", "١,", "true,"})
        void a_count_is_a_text_of_at_most_nine_digits(String text, Integer count) {
            assertThat(JsonString.of(text).count())
                    .isEqualTo(count == null ? OptionalInt.empty() : OptionalInt.of(count));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "+1", "1.", ".5", "01", "1e", "0x1", "NaN", " 1", "١"})
        void what_JSON_does_not_write_is_no_number(String text) {
            assertThatThrownBy(() -> JsonNumber.parse(text)).isInstanceOf(NumberFormatException.class);
        }

        @Test
        void values_of_Java_become_their_texts() {
            assertThat(JsonNumber.of(1.0)).hasToString("1.0");
            assertThat(JsonNumber.of(10L)).hasToString("10");
            assertThat(JsonNumber.of(new BigDecimal("1.50"))).hasToString("1.50");
            assertThatThrownBy(() -> JsonNumber.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @CsvSource({"1e99999999999,1", "-1e99999999999,-1", "1e-99999999999,0"})
        void numbers_beyond_all_bounds_have_a_value_all_the_same(String text, int sign) {
            assertThat(JsonNumber.parse(text).decimal().signum()).isEqualTo(sign);
        }
    }

    @Nested
    class Objects {

        @Test
        void names_are_found_in_small_and_large_objects() {
            for (int size : new int[] {1, 8, 9, 31, 33, 200}) {
                JsonObject.Builder builder = JsonObject.builder();
                IntStream.range(0, size).forEach(i -> builder.put("name" + i, i));
                JsonObject object = builder.put("name0", 99).build();

                assertThat(object.size()).isEqualTo(size);
                assertThat(object.find("name0")).isEqualTo(JsonNumber.of(99));
                assertThat(object.find("name" + (size - 1), size - 1)).isNotNull();
                assertThat(object.find("other")).isNull();
                assertThat(object.has("name" + size)).isFalse();
            }
        }

        @Test
        void names_of_the_same_hash_are_told_apart() {
            JsonObject object = JsonObject.builder().put("Aa", 1).put("BB", 2).build();

            assertThat(object).hasToString("{\"Aa\":1,\"BB\":2}");
        }

        @Test
        void the_order_of_names_does_not_count() {
            JsonValue one = JsonReader.read("{\"a\": 1, \"b\": 2}");
            JsonValue other = JsonReader.read("{\"b\": 2, \"a\": 1}");

            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
            assertThat(one).isNotEqualTo(JsonReader.read("{\"a\": 1, \"b\": 3}"));
            assertThat(one).isNotEqualTo(JsonReader.read("{\"a\": 1, \"c\": 2}"));
            assertThat(one).isNotEqualTo(JsonReader.read("{\"a\": 1}"));
        }

        @Test
        void an_entry_is_replaced_where_it_stands() {
            JsonObject object =
                    JsonReader.read("{\"a\": 1, \"b\": 2}").asObject().orElseThrow();

            assertThat(object.with("a", JsonNull.NULL)).hasToString("{\"a\":null,\"b\":2}");
            assertThat(object.with("c", JsonBoolean.TRUE)).hasToString("{\"a\":1,\"b\":2,\"c\":true}");
            assertThat(object.without("a")).hasToString("{\"b\":2}");
            assertThat(object).hasToString("{\"a\":1,\"b\":2}");
        }

        @Test
        void a_value_is_given_only_as_the_kind_it_is() {
            JsonObject object =
                    JsonReader.read("{\"s\": \"x\", \"n\": null}").asObject().orElseThrow();

            assertThat(object.string("s")).contains("x");
            assertThat(object.object("s")).isEmpty();
            assertThat(object.array("s")).isEmpty();
            assertThat(object.string("n")).isEmpty();
            assertThat(object.get("n")).contains(JsonNull.NULL);
            assertThat(object.get("other")).isEmpty();
        }
    }
}
