package dev.contract.consumer.variation;

import static dev.contract.consumer.Matchers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Matcher;
import dev.contract.consumer.ResponseBuilder;
import dev.contract.consumer.Stub;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.generating.Seed;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VariationSearchTest {

    private static HttpInteraction answering(ResponseBuilder response) {
        try (StubScope scope = StubScope.open(StubSettings.DEFAULT)) {
            new Stub("shop", "users", scope, SpecVersion.V4)
                    .uponReceiving("a request")
                    .get("/")
                    .willRespondWith(response);
            return scope.expectations().interactions().get(0);
        }
    }

    private static HttpInteraction answering(Matcher body) {
        return answering(response(200).withBody(body));
    }

    private static VariationSearch search(HttpInteraction interaction, int runs, int seed) {
        return new VariationSearch(List.of(interaction), runs, new Seed(seed));
    }

    /** A consumer that breaks on some bodies. */
    private static VariationSearch.Trial breakingOn(HttpInteraction interaction, Predicate<JsonObject> bad) {
        return variation -> {
            JsonValue body = JsonReader.read(
                    variation.of(interaction).response().example().body().bytes());
            return body.asObject().filter(bad).isPresent()
                    ? new Outcome(Outcome.Kind.BROKEN, new IllegalStateException("broken"))
                    : Outcome.FINE;
        };
    }

    private static boolean is(JsonObject body, String name, String json) {
        return body.get(name).map(JsonValue::toJson).filter(json::equals).isPresent();
    }

    @Nested
    class Tried {

        private Set<String> of(HttpInteraction interaction) {
            Set<String> tried = new HashSet<>();
            search(interaction, 40, 0).variations().forEach(variation -> variation
                    .changes()
                    .forEach(change -> tried.add(change.spot() + " " + change.varied())));
            return tried;
        }

        @Test
        void are_the_ends_of_what_numbers_and_texts_may_be() {
            assertThat(of(answering(object("age", between(18, 100, 42), "name", textOfLength(2, 5, "Alice")))))
                    .contains("$.age 18 (the least)", "$.age 100 (the most)")
                    .contains("$.name \"xx\" (as short as can be)", "$.name \"xxxxx\" (as long as can be)")
                    .doesNotContain("$.age 0", "$.age null", "$.name \"\" (empty)");
        }

        @Test
        void are_alternatives_other_matches_and_days() {
            assertThat(of(answering(
                            object("state", regex("OPEN|PAID", "OPEN"), "day", date("dd.MM.yyyy", "01.12.1999")))))
                    .contains("$.state \"PAID\" (another alternative)")
                    .contains("$.day \"29.02.2024\" (a leap day, at midnight)")
                    .contains("$.day \"31.12.9999\" (the last day of four digits)");
        }

        @Test
        void are_zones_where_times_have_some() {
            assertThat(of(answering(object("at", isoDateTime("2024-02-29T12:30:00Z")))))
                    .contains("$.at \"2021-06-30T12:34:56+05:45\" (a quarter of an hour in the zone)");
        }

        @Test
        void are_lists_of_other_lengths_absent_fields_and_null() {
            assertThat(of(answering(object(
                            "items", eachLike(1, 0, 3), "nick", optional(like("Al")), "note", nullable(like("x"))))))
                    .contains("$.items [] (empty)", "$.items [1,1,1] (3 elements)", "$.nick absent", "$.note null")
                    .doesNotContain("$.items absent", "$.nick null");
        }

        @Test
        void are_headers_and_the_status() {
            assertThat(of(answering(response(statusIn(200, 202)).withHeader("X-Tags", like("a, b")))))
                    .contains("status 202", "header X-Tags X-TAGS (its name)")
                    .contains("header X-Tags \"a\", \"b\" (on lines of their own)")
                    .contains("header X-Unknown-To-The-Contract \"1\"");
        }

        @Test
        void are_texts_that_are_no_json_as_a_whole() {
            assertThat(of(answering(response(200).withBody("text/plain", regex("yes|no", "yes")))))
                    .contains("$ \"no\" (another alternative)");
        }

        @Test
        void are_not_what_must_be_as_it_is() {
            assertThat(of(answering(strict(object("id", 1, "link", stubUrl("/orders/7"))))))
                    .noneMatch(change -> change.startsWith("$"));
        }

        @Test
        void is_each_change_though_there_are_more_than_runs() {
            HttpInteraction interaction = answering(object("a", like("x"), "b", like("x"), "c", like(1), "d", like(1)));

            List<Variation> many = search(interaction, 20, 3).variations();

            assertThat(many).hasSize(20);
            List<String> all = new ArrayList<>();
            many.forEach(variation -> variation.changes().forEach(change -> all.add(change.toString())));
            assertThat(all).hasSizeGreaterThan(60).doesNotHaveDuplicates();
            assertThat(search(interaction, 20, 3).variations().toString()).isEqualTo(many.toString());
            assertThat(search(interaction, 20, 4).variations().toString()).isNotEqualTo(many.toString());
        }
    }

    @Nested
    class Found {

        @Test
        void is_the_only_change_that_breaks_among_many_at_once() {
            HttpInteraction interaction =
                    answering(object("a", like("x"), "b", like("x"), "c", like(1), "d", like(1), "e", like("x")));

            List<Breakage> breakages =
                    search(interaction, 20, 0).run(breakingOn(interaction, body -> is(body, "c", "-1")));

            assertThat(breakages).singleElement().satisfies(breakage -> {
                assertThat(breakage.changes()).extracting(Change::toString).containsExactly("$.c: 1 → -1 (negative)");
                assertThat(breakage.others()).isEmpty();
            });
        }

        @Test
        void are_two_changes_that_break_only_together() {
            HttpInteraction interaction = answering(object("a", nullable(1), "b", nullable(1)));

            List<Breakage> breakages = search(interaction, 60, 0)
                    .run(breakingOn(interaction, body -> is(body, "a", "null") && is(body, "b", "null")));

            assertThat(breakages).singleElement().satisfies(breakage -> assertThat(breakage.changes())
                    .extracting(Change::toString)
                    .containsExactlyInAnyOrder("$.a: 1 → null", "$.b: 1 → null"));
        }

        @Test
        void is_shown_again_by_its_number() {
            HttpInteraction interaction = answering(object("a", like("x"), "b", like("x"), "c", like(1)));
            VariationSearch.Trial trial = breakingOn(interaction, body -> is(body, "c", "0"));
            Breakage first = search(interaction, 20, 0).run(trial).get(0);

            List<Breakage> again = search(interaction, 20, 0).replay(first.numbers(), trial);

            assertThat(again).singleElement().satisfies(breakage -> assertThat(breakage.changes())
                    .extracting(Change::toString)
                    .containsExactly("$.c: 1 → 0"));
            assertThat(search(interaction, 20, 0).replay(List.of(0, 9999), trial))
                    .isEmpty();
        }

        @Test
        void is_nothing_in_a_test_that_is_never_judged_but_its_places_are_told() {
            HttpInteraction interaction = answering(object("a", like("x"), "b", like("x")));
            VariationSearch search = search(interaction, 20, 0);

            List<Breakage> breakages = search.run(variation -> variation.changes().stream()
                            .anyMatch(change -> change.spot().toString().equals("$.a"))
                    ? new Outcome(Outcome.Kind.UNJUDGED, new AssertionError("x expected"))
                    : Outcome.FINE);

            assertThat(breakages).isEmpty();
            assertThat(search.unjudged()).containsExactly("$.a");
        }
    }
}
