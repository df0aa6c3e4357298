package dev.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.model.MatchingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The expressions that other tools judge bounds by say what the bounds say. */
class BoundsLawsTest {
    private static final int CASES = 100 * Integer.getInteger("law.cases", 100);

    @Test
    void of_numbers_as_they_are_usually_written() {
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BigDecimal bound = number(random);
            BigDecimal value =
                    random.nextInt(4) == 0 ? bound.setScale(bound.scale() + random.nextInt(3)) : number(random);
            String text = value.toPlainString();

            assertThat(accepts(NumberBounds.atLeast(bound), text))
                    .as("seed %s: %s at least %s", seed, text, bound)
                    .isEqualTo(value.compareTo(bound) >= 0);
            assertThat(accepts(NumberBounds.atMost(bound), text))
                    .as("seed %s: %s at most %s", seed, text, bound)
                    .isEqualTo(value.compareTo(bound) <= 0);
        }
    }

    /** Small ones, so that many begin alike. */
    private static BigDecimal number(SplittableRandom random) {
        int size = new int[] {3, 20, 200, 2_000_000}[random.nextInt(4)];
        return BigDecimal.valueOf(random.nextInt(-size, size), random.nextInt(4));
    }

    @Test
    void of_dates() {
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LocalDate bound = LocalDate.ofEpochDay(random.nextInt(40_000));
            LocalDate value = bound.plusDays(random.nextInt(-800, 800));

            assertThat(accepts(DateBounds.atLeast(bound.toString()), value.toString()))
                    .as("seed %s: %s not before %s", seed, value, bound)
                    .isEqualTo(!value.isBefore(bound));
            assertThat(accepts(DateBounds.atMost(bound.toString()), value.toString()))
                    .as("seed %s: %s not after %s", seed, value, bound)
                    .isEqualTo(!value.isAfter(bound));
        }
    }

    private static boolean accepts(MatchingRule rule, String text) {
        return Pattern.matches(rule.attributes().string("regex").orElseThrow(), text);
    }
}
