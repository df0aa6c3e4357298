package dev.contract.compare.inclusion;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much work a comparison may be, all of its parts together: whoever writes the contracts must not decide how long others wait. What is
 * not compared by then stays unknown.
 *
 * <p>Work is counted in steps, so that a comparison ends in the same way wherever it runs; time only counts where the steps tell too
 * little. A budget is a thread's: whatever is compared within one, however deep, spends the same.
 */
public final class Budget {
    /** Why nobody can say more. */
    static final String SPENT =
            "the contracts are too intricate to be compared to the end: compare fewer interactions at once, or simplify the rules of this place";

    /** About two seconds. */
    private static final long MOST_STEPS = 20_000_000;

    /** An interaction more, for large contracts are not intricate ones: about twice what an ordinary one takes that changed throughout. */
    private static final long STEPS_OF_INTERACTION = 10_000;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final ThreadLocal<@Nullable Budget> CURRENT = new ThreadLocal<>();

    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private final Set<String> done = new HashSet<>();
    private final Map<Record, Object> answers = new HashMap<>();
    private long left;

    private Budget(long steps) {
        this.left = steps;
    }

    /**
     * Compares with a budget of its own, or with the one that there is already.
     *
     * @param interactions how many there are to be compared
     */
    public static <T> T within(int interactions, Supplier<T> comparison) {
        return within(MOST_STEPS + interactions * STEPS_OF_INTERACTION, comparison);
    }

    /**
     * As {@link #within(int, Supplier)}, for one of several threads that compare side by side.
     *
     * @throws IllegalStateException if there is a budget already, for one thread would spend that and the others their own
     */
    public static <T> T alone(int interactions, Supplier<T> comparison) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException(
                    "what is compared by several threads is not compared within another budget");
        }
        return within(interactions, comparison);
    }

    static <T> T within(long steps, Supplier<T> comparison) {
        if (CURRENT.get() != null) {
            return comparison.get();
        }
        CURRENT.set(new Budget(steps));
        try {
            return comparison.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** What was found out, or is found out now: the same question is answered once in a comparison, and costs no more. */
    @SuppressWarnings("unchecked") // what is kept by a question is what was once made for it
    static <T> T remembered(Record question, Supplier<T> answer) {
        Budget budget = CURRENT.get();
        if (budget == null) {
            return answer.get();
        }
        Object known = budget.answers.get(question);
        if (known == null) {
            known = answer.get();
            budget.answers.put(question, known);
        }
        return (T) known;
    }

    /** Takes note of work. */
    public static void spend(long steps) {
        Budget budget = CURRENT.get();
        if (budget != null) {
            budget.left -= steps;
        }
    }

    /** Takes note of work that nobody does twice. */
    static void spendOnce(String what, long steps) {
        Budget budget = CURRENT.get();
        if (budget != null && budget.done.add(what)) {
            budget.left -= steps;
        }
    }

    /** Whether there is no more work to be done. */
    public static boolean isSpent() {
        Budget budget = CURRENT.get();
        return budget != null && (budget.left < 0 || System.nanoTime() - budget.deadline > 0);
    }
}
