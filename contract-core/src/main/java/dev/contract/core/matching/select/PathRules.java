package dev.contract.core.matching.select;

import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one path expression.
 *
 * @param named how many steps name a key or a position
 * @param below the rules as they act below the path; null when they do not reach there
 * @param acceptsBelow whether whatever lies below is accepted where no other rules are selected
 */
record PathRules(
        List<Token> tokens,
        int named,
        String expression,
        Rules rules,
        @Nullable Rules below,
        boolean acceptsBelow) {

    /**
     * Of two expressions that match a value: the one that names more of its steps, then the deeper, then the longer. (Each named step
     * doubles the weight of the specification, each star leaves it.) A stable sort leaves the rest to the order of the file.
     */
    static final Comparator<PathRules> MOST_SPECIFIC_FIRST = PathRules::compare;

    static PathRules of(RulePath path, String expression, Rules rules, boolean acceptsBelow) {
        return new PathRules(path.tokens(), namedSteps(path), expression, rules, rules.below(), acceptsBelow);
    }

    private static int compare(PathRules one, PathRules other) {
        int byName = Integer.compare(other.named(), one.named());
        int byDepth = byName != 0 ? byName : Integer.compare(other.depth(), one.depth());
        return byDepth != 0
                ? byDepth
                : Integer.compare(other.expression().length(), one.expression().length());
    }

    int depth() {
        return tokens.size();
    }

    static int namedSteps(RulePath path) {
        int named = 0;
        for (Token token : path.tokens()) {
            named += token instanceof Field || token instanceof Index ? 1 : 0;
        }
        return named;
    }

    /** Each expression is compiled once: the same is equal, and nobody needs to look into it to know. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    boolean takesField(int step, String name) {
        Token token = tokens.get(step);
        return token instanceof AnyEntry
                || (token instanceof Field field && field.name().equals(name));
    }

    /** Whether a field that no rule names at this step is taken. */
    boolean takesOtherField(int step) {
        return tokens.get(step) instanceof AnyEntry;
    }

    boolean takesIndex(int step, int position) {
        Token token = tokens.get(step);
        return takesOtherIndex(step) || (token instanceof Index index && index.position() == position);
    }

    boolean takesOtherIndex(int step) {
        Token token = tokens.get(step);
        return token instanceof AnyEntry || token instanceof AnyIndex;
    }
}
