package dev.contract.compare.inclusion;

import java.util.Arrays;
import java.util.BitSet;

/** Whether each of some can have a partner of its own among others. */
final class Partners {
    private static final int NOBODY = -1;

    /** What fits is remembered for each two of them, and who gives way to whom goes as deep as there are some. */
    private static final int MOST = 1_000;

    /** At how many it takes a step to look. */
    private static final int LOOKS = 32;

    private final int[] takenBy;
    private final BitSet[] asked;
    private final BitSet[] fitting;
    private final Fit fit;

    /** Whether one of the former may go with one of the latter. */
    interface Fit {
        boolean isFine(int one, int other);
    }

    private Partners(int some, int others, Fit fit) {
        this.takenBy = new int[others];
        this.asked = new BitSet[some];
        this.fitting = new BitSet[some];
        this.fit = fit;
        Arrays.fill(takenBy, NOBODY);
        Arrays.setAll(asked, i -> new BitSet(others));
        Arrays.setAll(fitting, i -> new BitSet(others));
    }

    /** Whether it is known of all of them: of very many it is not found out. */
    static boolean all(int some, int others, Fit fit) {
        if (some > others || others > MOST) {
            return false;
        }
        Partners partners = new Partners(some, others, fit);
        for (int i = 0; i < some; i++) {
            if (!partners.seek(i, new BitSet(others))) {
                return false;
            }
        }
        return true;
    }

    /** One that is free, else one whose partner finds another. */
    private boolean seek(int one, BitSet refused) {
        Budget.spend(1 + takenBy.length / LOOKS);
        return !Budget.isSpent() && (seekFree(one) || seekTaken(one, refused));
    }

    private boolean seekFree(int one) {
        for (int other = 0; other < takenBy.length; other++) {
            if (takenBy[other] == NOBODY && fits(one, other)) {
                takenBy[other] = one;
                return true;
            }
        }
        return false;
    }

    private boolean seekTaken(int one, BitSet refused) {
        for (int other = 0; other < takenBy.length; other++) {
            if (takenBy[other] != NOBODY && !refused.get(other) && fits(one, other)) {
                refused.set(other);
                if (seek(takenBy[other], refused)) {
                    takenBy[other] = one;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fits(int one, int other) {
        if (!asked[one].get(other)) {
            asked[one].set(other);
            fitting[one].set(other, fit.isFine(one, other));
        }
        return fitting[one].get(other);
    }
}
