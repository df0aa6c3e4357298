package dev.contract.lint;

import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.BoundedRegex.Verdict;
import dev.contract.core.regex.RegexSyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tries to make an expression run away: on short texts that repeat one or two of its own characters and then break off. Who gives up on
 * one of them is found guilty by evidence, not by its looks.
 */
final class RegexAttack {
    private static final int LENGTH = 40;
    private static final int MOST_PIECES = 16;

    /** Without a group that is repeated nothing runs away on a text as short as these. */
    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+{]");

    private static final Pattern LITERALS = Pattern.compile("[A-Za-z0-9 _@/,.:-]{1,2}");
    private static final Pattern LEADING_LITERALS = Pattern.compile("\\^?([A-Za-z0-9 _@/,:-]*)(?![*+?{])");
    private static final List<String> USUAL = List.of("a", "A", "0", " ", "_", ".", "-");
    private static final List<String> ENDS = List.of("\n", "!");

    private RegexAttack() {}

    static boolean isPossible(String source) {
        return REPEATED_GROUP.matcher(source).find();
    }

    /**
     * A text on which the expression gives up; empty when none was found. Java remembers where a repetition has failed before, unless the
     * expression has a back reference: with one it is as naive as most other engines are.
     */
    static Optional<String> on(String source) {
        Optional<BoundedRegex> naive = naive(source);
        Matcher leading = LEADING_LITERALS.matcher(source);
        String start = leading.lookingAt() ? leading.group(1) : "";
        for (String piece : pieces(source)) {
            for (String end : ENDS) {
                String text = start + piece.repeat(LENGTH / piece.length()) + end;
                if (naive.isPresent() && naive.get().judge(text) == Verdict.GAVE_UP) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    /** Empty for the few that cannot stand in brackets, such as those with a comment. */
    private static Optional<BoundedRegex> naive(String source) {
        try {
            return Optional.of(BoundedRegex.parse("(?:" + source + ")(?<afterAll>)\\k<afterAll>"));
        } catch (RegexSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Set<String> pieces(String source) {
        Set<String> pieces = new LinkedHashSet<>(USUAL);
        Matcher literals = LITERALS.matcher(source);
        while (literals.find() && pieces.size() < MOST_PIECES) {
            pieces.add(literals.group());
            pieces.add(literals.group().substring(0, 1));
        }
        return pieces;
    }
}
