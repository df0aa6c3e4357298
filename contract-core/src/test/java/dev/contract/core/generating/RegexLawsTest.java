package dev.contract.core.generating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.model.Generator;
import dev.contract.core.regex.BoundedRegex;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Expressions as people write them into contracts, made at random. */
class RegexLawsTest {

    @Test
    void a_generated_text_matches_its_expression() {
        Law.holdsFor(RegexLawsTest::anchored, regex -> {
            BoundedRegex expression = BoundedRegex.parse(regex);
            for (int seed = 0; seed < 5; seed++) {
                String text = generated(regex, seed);

                assertThat(expression.judge(text)).as(text).isEqualTo(BoundedRegex.Verdict.MATCH);
            }
        });
    }

    @Test
    void an_expression_with_too_many_ways_to_read_nothing_is_refused() {
        String regex = "(a?|b?)".repeat(40) + "[^\\s\\S]";

        assertThatThrownBy(() -> generated(regex, 0))
                .hasMessageContaining("too many groups in a row that can be empty in more than one way");
    }

    private static String generated(String regex, int seed) {
        GenerationContext context =
                GenerationContext.builder().random(new SplittableRandom(seed)).build();
        try {
            JsonValue value = ValueGenerators.of(new Generator(
                            "Regex", JsonObject.builder().put("regex", regex).build()))
                    .generate(JsonString.of(""), context);
            return value.text();
        } catch (CannotGenerate e) {
            throw new AssertionError(e.problem().toString(), e);
        }
    }

    private static String anchored(RandomGenerator random) {
        String regex = alternatives(random, 3);
        return Values.chance(random, 4) ? "^(?:" + regex + ")$" : regex;
    }

    private static String alternatives(RandomGenerator random, int depth) {
        String first = sequence(random, depth);
        return Values.chance(random, 3) ? first + "|" + sequence(random, depth) : first;
    }

    private static String sequence(RandomGenerator random, int depth) {
        return String.join("", Values.list(random, 4, it -> repeated(it, depth)));
    }

    private static String repeated(RandomGenerator random, int depth) {
        String piece = piece(random, depth);
        int least = random.nextInt(3);
        return switch (random.nextInt(8)) {
            case 0 -> piece + "?";
            case 1 -> piece + "*";
            case 2 -> piece + "+";
            case 3 -> piece + "{" + least + "}";
            case 4 -> piece + "{" + least + ",}";
            case 5 -> piece + "{" + least + "," + (least + random.nextInt(3)) + "}";
            default -> piece;
        };
    }

    private static String piece(RandomGenerator random, int depth) {
        if (depth > 0 && Values.chance(random, 4)) {
            return Values.one(random, "(", "(?:") + alternatives(random, depth - 1) + ")";
        }
        return Values.one(
                random,
                "a",
                "Z",
                "0",
                "-",
                " ",
                "é",
                "\\d",
                "\\w",
                "\\s",
                "\\D",
                "\\W",
                "\\S",
                ".",
                "[a-z]",
                "[A-Z0-9_]",
                "[^/]",
                "[^a-z\\d]",
                "[\\w.-]",
                "\\.",
                "\\/",
                "\\\\",
                "\\+",
                "\\(",
                "\\[",
                "/",
                ":",
                "@",
                "%");
    }
}
