package dev.contract.compare.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.compare.inclusion.Verdict.NotIncluded;
import dev.contract.compare.inclusion.Verdict.Unknown;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    private static ResponsePart response(RuleGroup rules) {
        return ResponsePart.of(
                HttpResponse.of(200).withBody(Body.json(JsonReader.read("{\"a\": \"x\"}"))),
                MatchingRules.NONE.with(Category.BODY, "$.a", rules),
                Generators.NONE);
    }

    private static ResponsePart one(String regex) {
        return response(RuleGroup.of(MatchingRule.regex(regex)));
    }

    private static ResponsePart oneOf(int count, String regex) {
        List<MatchingRule> rules = IntStream.range(0, count)
                .mapToObj(i -> MatchingRule.regex(regex.formatted(i)))
                .toList();
        return response(new RuleGroup(Combine.OR, rules, JsonObject.EMPTY));
    }

    @Test
    void what_is_too_intricate_stays_unknown() {
        ResponsePart inner = oneOf(30, "[ab]*%d");
        ResponsePart outer = oneOf(30, "[abc]*%d");

        Inclusion inclusion = Budget.within(20_000L, () -> Inclusion.ofResponses(inner, outer));

        assertThat(inclusion.verdict())
                .isEqualTo(
                        new Unknown(
                                "the contracts are too intricate to be compared to the end: compare fewer interactions at once, or simplify the rules of this place"));
        assertThat(inclusion.places()).extracting(Place::path).containsExactly("$.a");
        assertThat(Inclusion.ofResponses(inner, outer).verdict().isIncluded()).isTrue();
    }

    @Test
    void what_rules_say_of_each_other_is_found_out_once() {
        List<Verdict> verdicts = Budget.within(1_000_000L, () -> IntStream.range(0, 100)
                .mapToObj(i -> Inclusion.ofResponses(oneOf(30, "[ab]*%d"), oneOf(30, "[abc]*%d"))
                        .verdict())
                .toList());

        assertThat(verdicts).as("which a hundred times would be too much").allMatch(Verdict::isIncluded);
    }

    @Test
    void all_that_is_compared_within_one_spends_the_same() {
        List<Inclusion> compared = Budget.within(5_000L, () -> IntStream.range(1, 50)
                .mapToObj(i -> Inclusion.ofResponses(one("[ab]{1," + i + "}|x"), one("[abc]{1," + i + "}|x")))
                .toList());

        assertThat(compared.get(0).verdict().isIncluded()).isTrue();
        assertThat(compared.get(48).verdict()).isEqualTo(new Unknown(Budget.SPENT));
        assertThat(Inclusion.ofResponses(one("[ab]|x"), one("[abc]|x"))
                        .verdict()
                        .isIncluded())
                .as("each has its own otherwise")
                .isTrue();
    }

    private static ResponsePart headers(int count, String regex) {
        Headers headers = Headers.of();
        MatchingRules rules = MatchingRules.NONE;
        for (int i = 0; i < count; i++) {
            headers = headers.with("X-" + i, "a");
            rules = rules.with(Category.HEADER, "X-" + i, RuleGroup.of(MatchingRule.regex(regex)));
        }
        return ResponsePart.of(HttpResponse.of(200).withHeaders(headers), rules, Generators.NONE);
    }

    @Test
    void what_shows_the_difference_of_one_header_costs_as_many_steps_as_there_are_headers() {
        Inclusion few =
                Budget.within(2_000_000L, () -> Inclusion.ofResponses(headers(30, "a{1,9}"), headers(30, "a{2,9}")));
        Inclusion many =
                Budget.within(2_000_000L, () -> Inclusion.ofResponses(headers(300, "a{1,9}"), headers(300, "a{2,9}")));

        assertThat(few.places()).extracting(Place::verdict).hasOnlyElementsOfType(NotIncluded.class);
        assertThat(many.places()).extracting(Place::verdict).contains(new Unknown(Budget.SPENT));
    }

    private static RequestPart path(String regex) {
        return RequestPart.of(
                HttpRequest.of("GET", "/x"),
                MatchingRules.NONE.with(Category.PATH, "", RuleGroup.of(MatchingRule.regex(regex))),
                Generators.NONE);
    }

    /** The texts of a path are of one kind only; in JSON, what is not looked at for numbers would hide what is not for strings. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"/x1|/x2 /x1", "/x1|/x2|/x3 /x1|/x3", "/[a-c]{2} /[ab]{2}"})
    void however_early_the_work_ends_nothing_counts_as_included_that_is_not(String regex, String narrower) {
        Verdict verdict = new Unknown("");
        for (long steps = 0; !(verdict instanceof NotIncluded) && steps < 10_000; steps++) {
            verdict = Budget.within(steps, () -> Inclusion.ofRequests(path(regex), path(narrower)))
                    .verdict();

            assertThat(verdict.isIncluded()).as("within %d steps", steps).isFalse();
        }
        assertThat(verdict).isInstanceOf(NotIncluded.class);
    }

    private static final String CASELESS = "(?i)[a-\\x{%s}]";

    /** For each of them Java's engine looks at all characters there are. */
    @Test
    void classes_of_which_the_engine_is_asked_are_work() {
        List<Verdict> verdicts = Budget.within(500_000L, () -> Stream.of("1000", "1001", "1002")
                .map(CASELESS::formatted)
                .map(regex ->
                        Inclusion.ofResponses(one(regex), one(regex + "?")).verdict())
                .toList());

        assertThat(verdicts.get(0).isIncluded()).isTrue();
        assertThat(verdicts.get(1).isIncluded()).isTrue();
        assertThat(verdicts.get(2)).isEqualTo(new Unknown(Budget.SPENT));
    }

    @Test
    void a_class_of_which_the_engine_was_asked_is_not_paid_for_again() {
        String regex = CASELESS.formatted("1000");

        List<Verdict> verdicts = Budget.within(500_000L, () -> IntStream.range(0, 10)
                .mapToObj(i -> Inclusion.ofResponses(one(regex + "{" + i + "}"), one(regex + "{0,10}"))
                        .verdict())
                .toList());

        assertThat(verdicts).allMatch(Verdict::isIncluded);
    }

    private static ResponsePart numbers(int count, int last) {
        List<JsonValue> numbers = IntStream.range(0, count)
                .mapToObj(i -> (JsonValue) JsonNumber.of(i < count - 1 ? i : last))
                .toList();
        return ResponsePart.of(
                HttpResponse.of(200).withBody(Body.json(JsonArray.of(numbers))),
                MatchingRules.NONE.with(Category.BODY, "$", RuleGroup.of(MatchingRule.of("ignore-order"))),
                Generators.NONE);
    }

    /** With each of the others compared, and no end of it when the work is spent, this takes minutes. */
    @Test
    void elements_in_any_order_are_compared_until_the_work_is_spent() {
        Inclusion inclusion =
                Budget.within(100_000L, () -> Inclusion.ofResponses(numbers(20_000, -1), numbers(20_000, -2)));

        assertThat(inclusion.verdict()).isEqualTo(new Unknown(Budget.SPENT));
    }

    @Test
    void very_many_elements_in_any_order_are_not_paired() {
        assertThat(Partners.all(1_000, 1_000, (one, other) -> one >= other)).isTrue();
        assertThat(Partners.all(100_000, 100_000, (one, other) -> true)).isFalse();
    }

    private static RequestPart parameters(int count, String value) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(i -> query.put("p" + i, List.of(value)));
        return RequestPart.of(HttpRequest.of("GET", "/x").withQuery(Query.of(query)));
    }

    @Test
    void what_shows_the_difference_of_one_parameter_costs_as_many_steps_as_there_are_parameters() {
        Inclusion few = Budget.within(200_000L, () -> Inclusion.ofRequests(parameters(30, "a"), parameters(30, "b")));
        Inclusion many =
                Budget.within(200_000L, () -> Inclusion.ofRequests(parameters(300, "a"), parameters(300, "b")));

        assertThat(few.places()).extracting(Place::verdict).hasOnlyElementsOfType(NotIncluded.class);
        assertThat(many.places()).extracting(Place::verdict).contains(new Unknown(Budget.SPENT));
    }

    private static ResponsePart fields(int from, int to) {
        JsonObject.Builder fields = JsonObject.builder();
        IntStream.range(from, to).forEach(i -> fields.put("f" + i, i));
        return ResponsePart.of(HttpResponse.of(200).withBody(Body.json(fields.build())));
    }

    @Test
    void what_shows_that_a_field_is_missing_costs_as_many_steps_as_there_are_fields() {
        Inclusion few = Inclusion.ofResponses(fields(0, 30), fields(30, 60));
        Inclusion many = Inclusion.ofResponses(fields(0, 3_000), fields(3_000, 6_000));

        assertThat(few.places()).extracting(Place::verdict).hasOnlyElementsOfType(NotIncluded.class);
        assertThat(many.places()).hasSize(3_000);
        assertThat(many.places()).extracting(Place::verdict).contains(new Unknown(Budget.SPENT));
    }

    private static ResponsePart elements(int count, String text) {
        String children = IntStream.range(0, count)
                .mapToObj(i -> "<e" + i + ">" + text + "</e" + i + ">")
                .collect(Collectors.joining());
        return ResponsePart.of(
                HttpResponse.of(200).withBody(Body.text("<all>" + children + "</all>", ContentType.of("text/xml"))));
    }

    @Test
    void elements_are_compared_until_the_work_is_spent() {
        Inclusion inclusion =
                Budget.within(50_000L, () -> Inclusion.ofResponses(elements(2_000, "a"), elements(2_000, "b")));

        assertThat(inclusion.places()).hasSizeLessThan(1_000);
        assertThat(inclusion.places().get(inclusion.places().size() - 1))
                .extracting(Place::path, Place::verdict)
                .containsExactly("$.all", new Unknown(Budget.SPENT));
    }

    private static ResponsePart variants(int count, int from) {
        List<JsonValue> variants = IntStream.range(0, count)
                .mapToObj(i -> (JsonValue) JsonObject.of("index", JsonNumber.of(i)))
                .toList();
        List<JsonValue> numbers = IntStream.range(from, from + count)
                .mapToObj(i -> (JsonValue) JsonNumber.of(i))
                .toList();
        MatchingRule rule = new MatchingRule("arrayContains", JsonObject.of("variants", JsonArray.of(variants)));
        return ResponsePart.of(
                HttpResponse.of(200).withBody(Body.json(JsonArray.of(numbers))),
                MatchingRules.NONE.with(Category.BODY, "$", RuleGroup.of(rule)),
                Generators.NONE);
    }

    @Test
    void elements_that_must_be_found_are_sought_until_the_work_is_spent() {
        Inclusion inclusion =
                Budget.within(50_000L, () -> Inclusion.ofResponses(variants(2_000, 0), variants(2_000, 2_000)));

        assertThat(inclusion.verdict()).isEqualTo(new Unknown(Budget.SPENT));
        assertThat(inclusion.places()).hasSizeLessThan(100);
    }

    @Test
    void what_is_the_same_is_seen_without_any_work() {
        assertThat(Budget.within(-1L, () -> Inclusion.ofResponses(one("a|x"), one("a|x")))
                        .verdict()
                        .isIncluded())
                .isTrue();
    }
}
