package dev.contract.compare.automaton;

import dev.contract.compare.automaton.Syntax.Choice;
import dev.contract.compare.automaton.Syntax.One;
import dev.contract.compare.automaton.Syntax.Repeat;
import dev.contract.compare.automaton.Syntax.Sequence;
import dev.contract.core.regex.BoundedRegex;

/**
 * What a text costs an engine that tries one way after the other, as Java's does.
 *
 * @param choices how many places of the expression leave more than one way
 * @param deep whether each repetition takes it one call deeper, as those of groups do
 */
record Effort(String regex, long choices, boolean deep) {
    /** {@link BoundedRegex} stops no engine before as many. */
    private static final double MOST_LOOKS = 1_000_000;

    /** How often a group may be repeated until an engine might have gone too deep. */
    private static final int DEEPEST = 500;

    static Effort of(String regex, Syntax syntax) {
        return new Effort(regex, choices(syntax), isDeep(syntax));
    }

    /** Whether an engine may go too deep. */
    boolean isTooDeep(int longest) {
        return deep && longest > DEEPEST;
    }

    /** Whether one that does not go too deep comes to an end, as far as one sees it at once. */
    boolean sufficesFor(int longest) {
        double looks = Math.pow(longest + 1.0, (double) choices) * ((double) longest + regex.length());
        return looks <= MOST_LOOKS || BoundedRegex.parse(regex).isSpared(longest);
    }

    private static long choices(Syntax syntax) {
        if (syntax instanceof Sequence sequence) {
            return sequence.parts().stream().mapToLong(Effort::choices).sum();
        }
        if (syntax instanceof Choice choice) {
            return choice.ways().size()
                    - 1
                    + choice.ways().stream().mapToLong(Effort::choices).sum();
        }
        return syntax instanceof Repeat repeat ? choices(repeat) : 0;
    }

    private static long choices(Repeat repeat) {
        boolean fixed = repeat.least() == repeat.most();
        if (repeat.part() instanceof One) {
            return fixed ? 0 : 1;
        }
        long most = repeat.most() == Repeat.UNBOUNDED ? Integer.MAX_VALUE : repeat.most();
        return most * choices(repeat.part()) + (fixed ? 0 : most - repeat.least());
    }

    private static boolean isDeep(Syntax syntax) {
        if (syntax instanceof Sequence sequence) {
            return sequence.parts().stream().anyMatch(Effort::isDeep);
        }
        if (syntax instanceof Choice choice) {
            return choice.ways().stream().anyMatch(Effort::isDeep);
        }
        boolean repeats = syntax instanceof Repeat each && !(each.part() instanceof One) && each.most() != 1;
        return repeats || (syntax instanceof Repeat repeat && isDeep(repeat.part()));
    }
}
