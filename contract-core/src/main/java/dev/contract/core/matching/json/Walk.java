package dev.contract.core.matching.json;

import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.FoundMismatches;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.model.RulePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One walk over an actual body: where it is, and what it has found. Moving costs a store or two; the text of a path is made only for
 * a mismatch. One thread at a time.
 */
final class Walk {
    /** How many nodes may be tried while looking for the elements of arrays, which multiply when they are nested. */
    private static final long MOST_TRIALS = 1_000_000;

    /** The trials of a walk and of all probes it starts. */
    private static final class Trials {
        private long left = MOST_TRIALS;

        /** What nodes say of values, both by identity. */
        private final IdentityHashMap<Node, IdentityHashMap<JsonValue, Boolean>> verdicts = new IdentityHashMap<>(0);
    }

    private final boolean verdictOnly;
    private final Trials trials;
    private final List<Mismatch> found = new ArrayList<>(0);

    /** A step is a name, or null where the position counts. */
    private @Nullable String[] names = new String[16];

    private int[] positions = new int[16];
    private int depth;

    /** What was shown last: an array of a million elements may lack a thousand variants, and is written out once. */
    private @Nullable JsonValue shown;

    private String shownText = "";

    private Walk(boolean verdictOnly, Trials trials) {
        this.verdictOnly = verdictOnly;
        this.trials = trials;
    }

    /** A walk that finds all there is. */
    static Walk toFindAll() {
        return new Walk(false, new Trials());
    }

    /** A walk that is over at the first difference. */
    static Walk toJudge() {
        return new Walk(true, new Trials());
    }

    /** A walk that only judges, on behalf of this one. */
    Walk probe() {
        return new Walk(true, trials);
    }

    /** Takes one of the trials that are left; false when there are none. */
    boolean mayTry() {
        return trials.left-- > 0;
    }

    /**
     * Whether a node accepts a value; found out only once, for alternatives in alternatives are asked again for each of those around
     * them.
     */
    boolean accepts(Node node, JsonValue actual) {
        IdentityHashMap<JsonValue, Boolean> known =
                trials.verdicts.computeIfAbsent(node, each -> new IdentityHashMap<>());
        Boolean verdict = known.get(actual);
        if (verdict == null) {
            Walk probe = probe();
            node.match(actual, probe);
            verdict = probe.foundNothing();
            known.put(actual, verdict);
        }
        return verdict;
    }

    /** Whether nobody will read what differs. */
    boolean isVerdictOnly() {
        return verdictOnly;
    }

    /** Goes below the current place; where to, says the next {@link #at}. */
    void down() {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            positions = Arrays.copyOf(positions, depth * 2);
        }
        depth++;
    }

    void up() {
        depth--;
    }

    void at(String name) {
        names[depth - 1] = name;
    }

    void at(int position) {
        names[depth - 1] = null;
        positions[depth - 1] = position;
    }

    /** Whether looking further is of no use. */
    boolean isOver() {
        return found.size() >= (verdictOnly ? 1 : FoundMismatches.MOST);
    }

    boolean foundNothing() {
        return found.isEmpty();
    }

    /** How many mismatches there are by now. */
    int count() {
        return found.size();
    }

    /** What was found, with a last word where the walk was cut short. */
    List<Mismatch> found() {
        return found.size() >= FoundMismatches.MOST ? FoundMismatches.withLastWord(found) : found;
    }

    void refuse(JsonValue expected, JsonValue actual, List<String> sentences) {
        for (String sentence : sentences) {
            refuse(expected, actual, sentence);
        }
    }

    void refuse(JsonValue expected, JsonValue actual, String sentence) {
        found.add(new Mismatch(Kind.BODY, path(), Shown.json(expected), text(actual), sentence));
    }

    private String text(JsonValue actual) {
        if (shown != actual) {
            shownText = Shown.json(actual);
            shown = actual;
        }
        return shownText;
    }

    /** Adds a difference of keys, before the {@code at}-th mismatch: what an object lacks comes before what is wrong in it. */
    void refuseKeys(
            int at, String expected, String actual, String sentence, List<String> missing, List<String> unexpected) {
        found.add(at, new Mismatch(Kind.BODY, path(), expected, actual, sentence, missing, unexpected));
    }

    /** The path of the current place; a step of digits is shown as an index even where it is a key. */
    private String path() {
        StringBuilder path = new StringBuilder("$");
        for (int i = 0; i < depth; i++) {
            String name = names[i];
            if (name == null) {
                path.append('[').append(positions[i]).append(']');
            } else {
                path.append(isDigits(name) ? "[" + name + "]" : RulePath.step(name));
            }
        }
        return path.toString();
    }

    private static boolean isDigits(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
