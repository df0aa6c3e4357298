package dev.contract.core.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.problem.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MismatchReportTest {

    @Nested
    class Lines {

        @Test
        void a_difference_is_one_line_with_its_place() {
            var status = new Mismatch(Mismatch.Kind.STATUS, "", "200", "202", "Expected status 200 but was 202");
            var age =
                    new Mismatch(Mismatch.Kind.BODY, "$.age", "30", "'30'", "Expected '30' (String) to be an integer");

            assertThat(text(10, status, age)).isEqualTo("""
                    broken
                      status  Expected status 200 but was 202
                      body    $.age: Expected '30' (String) to be an integer""");
        }

        @Test
        void what_does_not_fit_is_counted() {
            List<Mismatch> many = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                many.add(new Mismatch(Mismatch.Kind.HEADER, "X-" + i, "a", "b", "Expected 'a' but was 'b'"));
            }

            assertThat(text(3, many.toArray(new Mismatch[0]))).isEqualTo("""
                    broken
                      header  X-0: Expected 'a' but was 'b'
                      header  X-1: Expected 'a' but was 'b'
                              … and 3 more (elsewhere)""");
        }

        @Test
        void line_breaks_and_control_characters_stay_on_the_line() {
            var text = new Mismatch(Mismatch.Kind.BODY, "$", "a", "b", "Expected 'a\nb\u0007' to be empty");

            assertThat(text(5, text)).isEqualTo("""
                    broken
                      body  $: Expected 'a\\nb\uFFFD' to be empty""");
        }

        @Test
        void long_values_are_shown_from_where_they_differ() {
            String same = "x".repeat(300);
            var body = new Mismatch(
                    Mismatch.Kind.BODY, "$", same + "abc", same + "abd", "Expected " + same + "abc but was " + same);

            assertThat(text(5, body)).isEqualTo("""
                    broken
                      body  $: Expected …"xxxxxxxxxxxxxxxxxxabc" but was …"xxxxxxxxxxxxxxxxxxabd\"""");
        }

        @Test
        void bytes_are_shown_from_where_they_differ() {
            var body = new Mismatch(
                    Mismatch.Kind.BODY,
                    "$.picture",
                    "[image/png, offset 44 of 70: 6060]",
                    "[image/png, offset 44 of 70: f8cf]",
                    "Actual body [image/png, 70 bytes, starting with " + "00".repeat(32)
                            + "] is not equal to the expected"
                            + " body [image/png, 70 bytes, starting with " + "00".repeat(32)
                            + "], they differ from offset 44 on");

            assertThat(text(5, body)).isEqualTo("""
                    broken
                      body  $.picture: Expected …"g, offset 44 of 70: 6060]" but was …"g, offset 44 of 70: f8cf]\"""");
        }
    }

    @Nested
    class RenamedKeys {

        @ParameterizedTest
        @CsvSource({
            "name,          full_name",
            "user_id,       userId",
            "customer,      costumer",
            "street,        streetName",
            "email,         e-mail",
            "created_at,    createdAt",
            "quantity,      quantiy",
            "phone,         phoneNumber",
            "id,            ID",
            "total,         totals"
        })
        void a_near_name_is_named(String missing, String now) {
            String expected = "{\"%s\":\"Alice\"}".formatted(missing);
            String actual = "{\"zzz\":\"other\",\"%s\":\"Bob\"}".formatted(now);

            assertThat(renamed(missing, List.of("zzz", now), expected, actual)).contains(now);
        }

        @Test
        void the_same_value_under_another_name_is_named() {
            assertThat(renamed("zip", List.of("x", "plz"), "{\"zip\":\"10115\"}", "{\"x\":\"1\",\"plz\":\"10115\"}"))
                    .contains("plz");
        }

        @Test
        void a_value_of_another_kind_is_no_rename() {
            assertThat(renamed("name", List.of("names"), "{\"name\":\"Alice\"}", "{\"names\":[\"Alice\"]}"))
                    .isEmpty();
        }

        @Test
        void the_only_key_left_for_the_only_one_missing_is_named() {
            assertThat(renamed("zip", List.of("plz"), "{\"zip\":\"10115\"}", "{\"plz\":\"20095\"}"))
                    .contains("plz");
        }

        @Test
        void nothing_is_guessed_among_several_strangers() {
            assertThat(renamed("zip", List.of("a", "b"), "{\"zip\":\"10115\"}", "{\"a\":\"1\",\"b\":\"2\"}"))
                    .isEmpty();
        }

        @Test
        void the_sentence_shows_example_and_new_name() {
            var mismatch = missing("$.users[1]", List.of("name", "age"), List.of("full_name"));
            var expected = Body.of("{\"users\":[{\"name\":\"Alice\",\"age\":3}]}".getBytes(UTF_8));
            var actual = Body.of("{\"users\":[{},{\"full_name\":\"Bob\"}]}".getBytes(UTF_8));

            var report = MismatchReport.of(new MatchResult(List.of(mismatch)), expected, actual);

            assertThat(report.addTo(new Facts("broken"), 5, "elsewhere")).hasToString("""
                    broken
                      body  $.users[1].name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
                      body  $.users[1].age: Expected a value such as 3, but there is no such key""");
        }

        private Optional<String> renamed(String missing, List<String> unexpected, String expected, String actual) {
            return MismatchReport.of(
                            new MatchResult(List.of(missing("$", List.of(missing), unexpected))),
                            Body.of(expected.getBytes(UTF_8)),
                            Body.of(actual.getBytes(UTF_8)))
                    .findings()
                    .get(0)
                    .renamedTo();
        }

        private Mismatch missing(String where, List<String> missing, List<String> unexpected) {
            return new Mismatch(
                    Mismatch.Kind.BODY, where, null, null, "Actual map is missing keys", missing, unexpected);
        }
    }

    private static String text(int lines, Mismatch... mismatches) {
        return MismatchReport.of(new MatchResult(List.of(mismatches)), Body.MISSING, Body.MISSING)
                .addTo(new Facts("broken"), lines, "elsewhere")
                .toString();
    }
}
