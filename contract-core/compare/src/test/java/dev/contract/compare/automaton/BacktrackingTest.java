package dev.contract.compare.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.compare.automaton.Containment.Contained;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.BoundedRegex.Verdict;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktrackingTest {
    /** With so many repetitions, an engine that looks back from each of them as far as the start gives up. */
    private static final int LONG = 4_000;

    private record Case(String head, String repeated, String tail, String expression) {
        String texts() {
            return head + "(?:" + repeated + ")*" + tail;
        }

        String longest() {
            return head + repeated.repeat(LONG / repeated.length()) + tail;
        }
    }

    private static Case some(RandomGenerator random) {
        return new Case(
                text(random, 0),
                text(random, 1),
                text(random, 0),
                IntStream.rangeClosed(0, 1 + random.nextInt(4))
                        .mapToObj(i -> part(random))
                        .collect(Collectors.joining()));
    }

    private static String text(RandomGenerator random, int least) {
        return IntStream.range(0, least + random.nextInt(4))
                .mapToObj(i -> Values.one(random, "a", "b", "@"))
                .collect(Collectors.joining());
    }

    private static String part(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> Values.one(random, "a", "b", "@", "(?:a|b)", "(?:@|b@)?");
            case 1 -> ".*" + Values.one(random, "", "?");
            default ->
                Values.one(random, ".", "[ab]", "[^b]", "[^@]", "a", "b")
                        + Values.one(random, "*", "+", "+?", "?", "{2,}", "{0,3}");
        };
    }

    private static boolean isContained(Language inner, Language outer) {
        return Containment.of(List.of(inner), List.of(List.of(outer))).equals(new Contained());
    }

    @Test
    void no_engine_gives_up_on_what_it_is_said_to_judge_to_the_end() {
        int[] judged = new int[2];
        Law.holdsFor(BacktrackingTest::some, each -> {
            try {
                Language texts = Language.of(each.texts());
                Language expression = Language.of(each.expression());
                if (isContained(texts, expression)) {
                    boolean toTheEnd = expression.judged(List.of(texts)).toTheEnd();
                    judged[toTheEnd ? 0 : 1]++;
                    assertThat(BoundedRegex.parse(each.expression()).judge(each.longest()))
                            .isIn(Verdict.MATCH, toTheEnd ? Verdict.MATCH : Verdict.GAVE_UP);
                }
            } catch (NotRegularException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(judged).doesNotContain(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    \\w+@\\w+         ; .+@.+                ; true
                    .+@.+             ; .+@.+                ; true
                    .+@\\w+           ; .+@.+x?              ; true
                    \\w+@\\w+[.]ab    ; .+@.+[.].+           ; true
                    .+@.+[.].+        ; .+@.+[.].+           ; false
                    .+@.+[.].+        ; .+@.+                ; true
                    \\w+ \\w+ \\w+    ; .+ .+                ; true
                    \\w+ \\w+         ; .+ ?\\w+             ; true
                    [a-z]+            ; [a-z]*[a-z]*         ; true
                    [a-z]+1           ; [a-z]*[a-z]*1        ; true
                    [a-z]+            ; [a-z]*[a-z]*[a-z]+   ; true
                    [a-z]*            ; [a-z]*[a-z]*1|[a-z]* ; false
                    [a-z]*            ; [a-z]*|[a-z]*[a-z]*1 ; true
                    .*-[a-z]          ; .*?-[a-z]+           ; true
                    [a-z]+\\d+        ; .*\\d+               ; true
                    [a-z]+\\d+        ; .*?\\d+              ; true
                    https?://\\w+/.*  ; .*/.*                ; true
                    .*,.*             ; [^,]*,.*             ; true
                    a+b               ; a*(?:a|b)+           ; false
                    [a-z]+            ; (?:[a-z]+ ?)+        ; false
                    a+                ; (?:a|b|c|d|e|f)?a*a+ ; true
                    a+                ; (?:a?a?a?a?a?)a+     ; false
                    """)
    void knows_small_cases(String texts, String expression, boolean toTheEnd) throws NotRegularException {
        assertThat(isContained(Language.of(texts), Language.of(expression)) + " "
                        + Language.of(expression)
                                .judged(List.of(Language.of(texts)))
                                .toTheEnd())
                .as("%s %s", texts, expression)
                .isEqualTo("true " + toTheEnd);
    }

    @Test
    void gives_up_on_automata_that_grow_without_measure() throws NotRegularException {
        Language texts = Language.of("[ab]*");
        Language expression = Language.of("[ab]*a[ab]{30}|[ab]*b[ab]{30}|[ab]*");

        Language.Judged judged = expression.judged(List.of(texts));

        assertThat(judged.toTheEnd()).isFalse();
        assertThat(judged.steps()).isLessThan(500_000);
    }
}
