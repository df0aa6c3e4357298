package dev.contract.core.matching;

import dev.contract.core.matching.Mismatch.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences of one body, in the order they are found, up to a limit: more of them help nobody, and a hostile body could have
 * millions. One thread at a time.
 */
public final class FoundMismatches {
    /** How many differences of a body are told. */
    public static final int MOST = 1_000;

    private final List<Mismatch> found = new ArrayList<>(0);

    /** Adds one; beyond the limit it is passed over. */
    public void add(Mismatch mismatch) {
        if (!isFull()) {
            found.add(mismatch);
        }
    }

    /** Adds one of a body. */
    public void add(String where, @Nullable String expected, @Nullable String actual, String sentence) {
        if (!isFull()) {
            found.add(new Mismatch(Kind.BODY, where, expected, actual, sentence));
        }
    }

    /** Whether looking further is of no use. */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    /** What was found, with a last word where the limit was reached. */
    public List<Mismatch> list() {
        return isFull() ? withLastWord(found) : found;
    }

    /** These differences, and that there may be more. */
    public static List<Mismatch> withLastWord(List<Mismatch> found) {
        List<Mismatch> told = new ArrayList<>(found);
        told.add(new Mismatch(Kind.BODY, "$", null, null, "The comparison was stopped after " + MOST + " differences"));
        return told;
    }
}
