package dev.contract.compare.automaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.compare.automaton.Containment.Contained;
import dev.contract.compare.automaton.Containment.Outside;
import dev.contract.compare.automaton.Containment.TooLarge;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainmentTest {
    private static final List<String> ATOMS = List.of(
            "a",
            "b",
            "ab",
            ".",
            "\\d",
            "\\w",
            "\\s",
            "\\W",
            "\\.",
            "\\Qa.b\\E",
            "[ab]",
            "[^a]",
            "[a-c0-2]",
            "[a-z&&[^b]]",
            "\\p{L}",
            "\\p{Upper}",
            "[\\d-]",
            "(?U)[\\d]",
            "(?U)\\w",
            "(?U:[a\\s])",
            "\\x61",
            "\\u00e9",
            "é",
            "😀",
            "(?i:aB)",
            "(?i)A",
            "(?i:[a-b])",
            "(?i:[^A\\d])",
            "(?i:[é-ü])",
            "(?iu:[é-ü])",
            "(?U:[\\w])",
            "(?U:[^\\s])",
            "[]a]",
            "[a[]b]]",
            "[\\😀b]",
            "(?iu:Ⓐ)",
            "(?m:^.*)",
            "(?:){3}",
            "\\n",
            "\\-");
    private static final List<String> TEXTS = List.of(
            "", "a", "b", "ab", "A", "AB", "é", "😀", "1", "12", "-", ".", "a.b", "a\n", "\n", " ", "]", "aab", "abab",
            "É", "ⓐ", "Ⓐ", "٠", "\u00a0");

    private record Pair(String inner, String outer) {}

    private static String regex(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 2)) {
            case 0, 1 -> Values.one(random, ATOMS);
            case 2 -> regex(random, depth - 1) + "|" + regex(random, depth - 1);
            case 3 ->
                "(" + regex(random, depth - 1) + ")"
                        + Values.one(random, "*", "+", "?", "{2}", "{1,3}", "{0,}", "+?", "{2}{3}");
            case 4 -> "^(?:" + regex(random, depth - 1) + ")$";
            default ->
                "(?<n" + depth + random.nextInt(1_000_000) + ">" + regex(random, depth - 1) + ")"
                        + regex(random, depth - 1);
        };
    }

    private static Containment containment(String inner, String outer) throws NotRegularException {
        return Containment.of(List.of(Language.of(inner)), List.of(List.of(Language.of(outer))));
    }

    @Test
    void an_automaton_takes_what_the_engine_of_java_takes() {
        Law.holdsFor(random -> regex(random, 3), regex -> {
            for (String text : TEXTS) {
                assertThat(isIn(text, regex))
                        .as("%s in %s", text, regex)
                        .isIn(Pattern.compile(regex).matcher(text).matches(), null);
            }
        });
    }

    /** Null when the expression is not regular. */
    private static Boolean isIn(String text, String regex) {
        try {
            return containment(Pattern.quote(text), regex) instanceof Contained;
        } catch (NotRegularException e) {
            return null;
        }
    }

    @Test
    void what_lies_outside_is_shown_and_what_is_contained_is_so() {
        Law.holdsFor(random -> new Pair(regex(random, 3), regex(random, 3)), pair -> {
            try {
                check(pair);
            } catch (NotRegularException e) {
                assertThat(e.reason()).isNotBlank();
            }
        });
    }

    private static void check(Pair pair) throws NotRegularException {
        Pattern inner = Pattern.compile(pair.inner());
        Pattern outer = Pattern.compile(pair.outer());
        Containment containment = containment(pair.inner(), pair.outer());
        if (containment instanceof Outside outside) {
            assertThat(outside.text()).matches(inner).doesNotMatch(outer);
        }
        for (String text :
                Containment.texts(List.of(Language.of(pair.inner())), 50).texts()) {
            assertThat(text).matches(inner);
            if (containment instanceof Contained) {
                assertThat(text).matches(outer);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    \\d{4}           ; \\d+         ; contained
                    \\d+             ; \\d{4}       ; 0
                    [a-z]+           ; [a-y]+       ; z
                    ^[a-z]+$         ; [a-z]+       ; contained
                    a|b|cd           ; [a-c]d?      ; contained
                    .{1,100}         ; .{1,255}     ; contained
                    .{1,255}         ; .{0,254}     ; a{255}
                    (?i)yes|no       ; [yYeEsSnNoO]+; contained
                    .*               ; (?s).*       ; contained
                    x.*              ; x.*[^a]      ; x
                    (?U)[\\d]       ; (?U)\\d       ; contained
                    (?U)[\\d]       ; [\\d]         ; ٠
                    [^/]+            ; \\w+         ; !
                    """)
    void knows_small_cases(String inner, String outer, String expected) throws NotRegularException {
        Containment containment = containment(inner, outer);

        if (expected.equals("contained")) {
            assertThat(containment).isEqualTo(new Contained());
        } else {
            String text = expected.equals("a{255}") ? "a".repeat(255) : expected;
            assertThat(containment).isEqualTo(new Outside(text));
        }
    }

    @Test
    void a_text_may_have_to_be_in_several_languages_and_suffice_in_one_of_several() throws NotRegularException {
        Language digits = Language.of("\\d+");
        Language four = Language.of(".{4}");
        Language even = Language.of("(..)*");

        assertThat(Containment.of(List.of(digits, four), List.of(List.of(even))))
                .isEqualTo(new Contained());
        assertThat(Containment.of(List.of(even), List.of(List.of(digits), List.of(four))))
                .isEqualTo(new Outside(""));
        assertThat(Containment.of(List.of(digits), List.of())).isEqualTo(new Outside("0"));
        assertThat(Containment.of(List.of(), List.of(List.of()))).isEqualTo(new Contained());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    (a)\\1       ; \\1 refers to a group
                    (?=a)b       ; it looks ahead or behind
                    a++          ; it has a possessive repetition
                    a\\bb        ; it has \\b
                    a^b          ; it has ^ or $ in its midst
                    \\d{2}{3}    ; it repeats a repetition, which Java's engine takes for nothing repeated
                    {2}a         ; it repeats nothing
                    (?m)^a       ; its ^ means the start of a line, which an empty text does not have
                    [a[]]]       ; a class of it is not understood
                    [a-z]{9999}  ; its automaton would have more than 4000 states
                    """)
    void says_why_an_expression_has_no_automaton(String regex, String reason) {
        assertThatThrownBy(() -> Language.of(regex))
                .isInstanceOf(NotRegularException.class)
                .hasMessage(reason);
    }

    @Test
    void repeats_nothing_as_often_as_anybody_likes() throws NotRegularException {
        assertThat(containment("(?:(?:){2147483647}){2147483647}a", "a")).isEqualTo(new Contained());
    }

    @Test
    void gives_up_on_automata_that_grow_without_measure() throws NotRegularException {
        assertThat(containment("(.*a.{60})|b", ".*b.{60}")).isInstanceOf(Outside.class);
        assertThat(containment("[ab]*a[ab]{30}", "[ab]*a[ab]{30}|[ab]*a[ab]{30}"))
                .isInstanceOf(TooLarge.class);
    }

    @Test
    void lists_all_texts_where_they_are_few() throws NotRegularException {
        Containment.Texts few = Containment.texts(List.of(Language.of("EUR|USD|[a-c]")), 100);
        Containment.Texts many = Containment.texts(List.of(Language.of("a+")), 3);

        assertThat(few.texts()).containsExactly("a", "b", "c", "EUR", "USD");
        assertThat(few.all()).isTrue();
        assertThat(many.texts()).containsExactly("a", "aa", "aaa");
        assertThat(many.all()).isFalse();
    }
}
