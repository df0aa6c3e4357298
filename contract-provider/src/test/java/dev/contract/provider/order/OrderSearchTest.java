package dev.contract.provider.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.provider.order.Cause.Itself;
import dev.contract.provider.order.Cause.Lasting;
import dev.contract.provider.order.Cause.Order;
import dev.contract.provider.order.Cause.Unknown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrderSearchTest {
    private static final int SUBJECT = 99;
    private static final int ENOUGH = 100_000;

    /** A service in a list: what was replayed since its start decides. */
    private static final class Service implements Trial {
        private final boolean anew;
        private final Predicate<List<Integer>> passes;
        private final List<Integer> history = new ArrayList<>();
        private int replays;

        Service(boolean anew, Predicate<List<Integer>> passes) {
            this.anew = anew;
            this.passes = passes;
        }

        @Override
        public boolean passes(List<Integer> order) {
            replays += order.size();
            if (anew) {
                history.clear();
            }
            history.addAll(order.subList(0, order.size() - 1));
            boolean passed = passes.test(history);
            history.add(order.get(order.size() - 1));
            return passed;
        }

        @Override
        public boolean startsAnew() {
            return anew;
        }

        Cause cause(List<Integer> passed, List<Integer> failed, boolean once) {
            return new OrderSearch(this, ENOUGH).find(SUBJECT, passed, failed, once);
        }
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    @Nested
    class WhereTheServiceStartsAnew {
        @Test
        void the_one_that_spoils_it_is_found_with_few_replays() {
            Service service = new Service(true, before -> !before.contains(37));

            assertThat(service.cause(List.of(), upTo(99), false)).isEqualTo(new Order(List.of(37), false, true));
            assertThat(service.replays).isLessThan(400);
        }

        @Test
        void several_that_spoil_it_together_are_found_in_their_order() {
            Service service =
                    new Service(true, before -> !(before.contains(5) && before.indexOf(80) > before.indexOf(5)));

            assertThat(service.cause(List.of(), upTo(99), false)).isEqualTo(new Order(List.of(5, 80), false, true));
        }

        @Test
        void the_one_that_it_needs_is_found() {
            Service service = new Service(true, before -> before.contains(3));

            assertThat(service.cause(upTo(10), List.of(), false)).isEqualTo(new Order(List.of(3), true, true));
        }

        @Test
        void chance_is_not_called_an_order() {
            for (int seed = 0; seed < 200; seed++) {
                Random chance = new Random(seed);

                Cause cause =
                        new Service(true, before -> chance.nextInt(3) > 0).cause(List.of(1), List.of(2, 3), false);

                assertThat(cause).as("seed " + seed).isEqualTo(new Itself());
            }
        }
    }

    @Nested
    class WhereTheServiceGoesOn {
        /** 7 spoils it, and 3 sets it right again. */
        private boolean isSetRight(List<Integer> before) {
            return before.lastIndexOf(3) >= before.lastIndexOf(7);
        }

        @Test
        void the_passing_order_sets_it_right_before_each_trial() {
            assertThat(new Service(false, this::isSetRight).cause(List.of(1, 3), List.of(3, 1, 7, 8), false))
                    .isEqualTo(new Order(List.of(7), false, true));
        }

        @Test
        void what_must_not_be_replayed_twice_spoils_itself() {
            Service service = new Service(false, before -> before.lastIndexOf(3) >= before.lastIndexOf(SUBJECT));

            assertThat(service.cause(List.of(3), List.of(1), false)).isEqualTo(new Order(List.of(), false, true));
        }

        @Test
        void what_nothing_sets_right_is_lasting() {
            Service service = new Service(false, before -> !before.contains(7));

            service.passes(List.of(1, 7, SUBJECT));

            assertThat(service.cause(List.of(1), List.of(7), true)).isEqualTo(new Lasting());
        }

        @Test
        void every_second_call_is_no_order() {
            Service service = new Service(false, before -> Collections.frequency(before, SUBJECT) % 2 == 0);

            assertThat(service.cause(List.of(1), List.of(2), true)).isEqualTo(new Itself());
        }
    }

    @Test
    void a_search_that_may_not_go_on_says_what_it_knows() {
        Service service = new Service(true, before -> !before.contains(37));

        assertThat(new OrderSearch(service, 50).find(SUBJECT, List.of(), upTo(99), false))
                .isEqualTo(new Unknown());
        assertThat(new OrderSearch(service, 200).find(SUBJECT, List.of(), upTo(99), false))
                .isInstanceOfSatisfying(Order.class, order -> {
                    assertThat(order.shortest()).isFalse();
                    assertThat(order.before()).contains(37).hasSizeLessThan(99);
                });
    }

    @Test
    void whatever_set_spoils_it_exactly_that_set_is_found() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Integer> failed = new ArrayList<>(upTo(2 + random.nextInt(60)));
            Collections.shuffle(failed, random);
            Set<Integer> culprits = new HashSet<>(failed.subList(0, 1 + random.nextInt(Math.min(4, failed.size()))));

            Cause cause = new Service(true, before -> !before.containsAll(culprits)).cause(List.of(), failed, false);

            assertThat(cause).as("seed " + seed).isInstanceOfSatisfying(Order.class, order -> {
                assertThat(new TreeSet<>(order.before())).isEqualTo(new TreeSet<>(culprits));
                assertThat(order.before())
                        .isEqualTo(failed.stream().filter(culprits::contains).toList());
            });
        }
    }

    @Test
    void says_itself_in_words() {
        assertThat(new Order(List.of(1, 2), false, true).text(i -> "\"" + i + "\""))
                .isEqualTo("it passes alone, but fails after \"1\", then \"2\"");
        assertThat(new Order(List.of(1), true, true).text(i -> "\"" + i + "\""))
                .isEqualTo("it passes only after \"1\"");
        assertThat(new Order(List.of(), false, true).text(i -> ""))
                .isEqualTo("it fails when it is replayed a second time");
        assertThat(new Order(upTo(7), false, false).text(i -> "\"" + i + "\""))
                .isEqualTo("it passes alone, but fails after \"0\", then \"1\", then \"2\", then \"3\", then \"4\","
                        + " then 2 more, perhaps fewer of them: the search ended at its limit");
    }
}
