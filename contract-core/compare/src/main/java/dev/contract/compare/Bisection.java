package dev.contract.compare;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Finds the first of many versions that is no longer as the first one, by looking at few.
 *
 * @param first the position of the first version that differs; empty when the newest is as the oldest
 * @param checks how many versions were looked at: at most ⌈log₂ n⌉ of n
 */
public record Bisection(OptionalInt first, int checks) {

    /**
     * Halves the versions until one is left. If there and back is among what they do, one of the changes is found.
     *
     * @param versions how many there are
     * @param differs whether the version at a position, from 1 on, differs from the one at 0
     */
    public static Bisection of(int versions, IntPredicate differs) {
        int same = 0;
        int other = versions;
        int checks = 0;
        while (other - same > 1) {
            int middle = (same + other) >>> 1;
            checks++;
            if (differs.test(middle)) {
                other = middle;
            } else {
                same = middle;
            }
        }
        return new Bisection(other < versions ? OptionalInt.of(other) : OptionalInt.empty(), checks);
    }
}
