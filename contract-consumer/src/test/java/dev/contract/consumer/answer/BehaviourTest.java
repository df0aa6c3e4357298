package dev.contract.consumer.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.problem.ContractException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {
    private static final Step A = Step.of(Fault.RESET);
    private static final Step B = Step.of(Fault.EMPTY).withTimes(2);
    private static final Step C = Step.of(Fault.TIMEOUT);

    private static List<Step> first(int number, Behaviour behaviour) {
        return LongStream.range(0, number).mapToObj(behaviour::step).toList();
    }

    @Test
    void the_last_step_is_repeated() {
        assertThat(first(6, new Behaviour(List.of(A, B, C), false))).containsExactly(A, B, B, C, C, C);
    }

    @Test
    void a_cycle_begins_again_after_the_last_step() {
        assertThat(first(6, new Behaviour(List.of(A, B), true))).containsExactly(A, B, B, A, B, B);
    }

    @Test
    void steps_that_few_requests_do_not_come_to_are_counted() {
        Behaviour behaviour = new Behaviour(List.of(A, B, C), false);

        assertThat(IntStream.range(0, 6).map(behaviour::unreached)).containsExactly(3, 2, 1, 1, 0, 0);
    }

    @Nested
    class Delays {
        private final SplittableRandom random = new SplittableRandom(7);

        @Test
        void between_two_durations_take_all_values_of_both_ends_and_no_other() {
            Delay delay = Delay.between(Duration.ofNanos(3), Duration.ofNanos(5));

            assertThat(LongStream.range(0, 100)
                            .map(turn -> delay.next(random).toNanos())
                            .boxed())
                    .containsOnly(3L, 4L, 5L);
        }

        @Test
        void of_a_logarithm_that_is_normal_lie_below_the_median_as_often_as_above() {
            Duration median = Duration.ofMillis(80);
            Delay delay = Delay.logNormal(median, 0.4);

            long below = LongStream.range(0, 10_000)
                    .filter(turn -> delay.next(random).compareTo(median) < 0)
                    .count();

            assertThat(below).isBetween(4_800L, 5_200L);
        }

        @Test
        void never_grow_beyond_an_hour() {
            Delay delay = Delay.logNormal(Duration.ofHours(1), 5);

            assertThat(LongStream.range(0, 100).mapToObj(turn -> delay.next(random)))
                    .allSatisfy(each -> assertThat(each).isLessThanOrEqualTo(Delay.LONGEST));
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.1, 5.1, Double.NaN})
        void refuse_a_spread_that_means_nothing(double sigma) {
            assertThatThrownBy(() -> Delay.logNormal(Duration.ofMillis(1), sigma))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("CONTRACT-DELAY  an answer cannot be delayed like this\n  found  a sigma of " + sigma
                            + "\n  mend   give a sigma from 0 to 5, for example 0.4");
        }

        @Test
        void refuse_a_range_whose_ends_are_swapped() {
            assertThatThrownBy(() -> Delay.between(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                    .hasMessage("CONTRACT-DELAY  an answer cannot be delayed like this\n  found  PT2S to PT1S"
                            + "\n  mend   give the shorter duration first");
        }
    }
}
