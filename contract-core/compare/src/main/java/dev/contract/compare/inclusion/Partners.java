package dev.contract.compare.inclusion;

import java.util.Arrays;
import java.util.function.BiPredicate;

/** Whether each of some can have a partner of its own among others. */
final class Partners {
    private static final int NOBODY = -1;

    private final int[] takenBy;
    private final Boolean[][] fits;
    private final BiPredicate<Integer, Integer> fit;

    private Partners(int some, int others, BiPredicate<Integer, Integer> fit) {
        this.takenBy = new int[others];
        this.fits = new Boolean[some][others];
        this.fit = fit;
        Arrays.fill(takenBy, NOBODY);
    }

    /** @param fit whether one of the former may go with one of the latter */
    static boolean all(int some, int others, BiPredicate<Integer, Integer> fit) {
        Partners partners = new Partners(some, others, fit);
        for (int i = 0; i < some; i++) {
            if (!partners.seek(i, new boolean[others])) {
                return false;
            }
        }
        return true;
    }

    private boolean seek(int one, boolean[] asked) {
        for (int other = 0; other < takenBy.length; other++) {
            if (!asked[other] && fits(one, other)) {
                asked[other] = true;
                if (takenBy[other] == NOBODY || seek(takenBy[other], asked)) {
                    takenBy[other] = one;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fits(int one, int other) {
        Boolean known = fits[one][other];
        if (known == null) {
            known = fit.test(one, other);
            fits[one][other] = known;
        }
        return known;
    }
}
