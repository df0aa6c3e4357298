package dev.contract.provider.order;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Why a verdict was not the same each time. Immutable. */
public sealed interface Cause {
    /** Whether the interactions before it are to blame, and not chance. */
    boolean isOrder();

    /** The reason in words, with the names of interactions by their numbers. */
    String text(IntFunction<String> name);

    /** What to do about it. */
    String advice();

    /** What has to be replayed before it to see it fail; empty when it fails alone, or no order is known. */
    default List<Integer> toFail(int subject) {
        return List.of();
    }

    /**
     * Others that were replayed before decide it.
     *
     * @param before which; none when it is the interaction itself that must not be replayed a second time
     * @param passes the verdict after them; it is the other one without them
     * @param shortest whether no one of them can be left out; false when the search had to end before that was known
     */
    record Order(List<Integer> before, boolean passes, boolean shortest) implements Cause {
        private static final int MOST_NAMES = 5;

        public Order {
            before = List.copyOf(before);
        }

        @Override
        public boolean isOrder() {
            return true;
        }

        @Override
        public List<Integer> toFail(int subject) {
            if (passes) {
                return List.of();
            }
            return before.isEmpty() ? List.of(subject) : before;
        }

        @Override
        public String text(IntFunction<String> name) {
            if (before.isEmpty()) {
                return "it fails when it is replayed a second time";
            }
            return (passes ? "it passes only after " : "it passes alone, but fails after ")
                    + names(name)
                    + (shortest ? "" : ", perhaps fewer of them: the search ended at its limit");
        }

        private String names(IntFunction<String> name) {
            int more = before.size() - MOST_NAMES;
            return before.stream().limit(MOST_NAMES).map(name::apply).collect(Collectors.joining(", then "))
                    + (more <= 0 ? "" : ", then " + more + " more");
        }

        @Override
        public String advice() {
            return passes
                    ? "bring about what it needs in a provider state"
                    : "take down what the others leave, or set it right in a provider state";
        }
    }

    /** It flipped once and for all: something that was replayed left the service changed, and only a service started anew could show what. */
    record Lasting() implements Cause {
        @Override
        public boolean isOrder() {
            return true;
        }

        @Override
        public String text(IntFunction<String> name) {
            return "its verdict changed once and for all, so something that was replayed left the service changed";
        }

        @Override
        public String advice() {
            return "let the service be started anew for each round, and the order will be found: --start, .freshService(…)";
        }
    }

    /** The same calls before it gave both verdicts. */
    record Itself() implements Cause {
        @Override
        public boolean isOrder() {
            return false;
        }

        @Override
        public String text(IntFunction<String> name) {
            return "it is flaky by itself, because the same order gave both verdicts";
        }

        @Override
        public String advice() {
            return "look for time, chance and threads in the service";
        }
    }

    /** The search had to end before anything was known. */
    record Unknown() implements Cause {
        @Override
        public boolean isOrder() {
            return false;
        }

        @Override
        public String text(IntFunction<String> name) {
            return "nobody knows why, because the search ended at its limit of replays";
        }

        @Override
        public String advice() {
            return "narrow the run by filters, and repeat it";
        }
    }
}
