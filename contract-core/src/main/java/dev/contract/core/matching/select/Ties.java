package dev.contract.core.matching.select;

import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The path expressions of a body of which nothing but their order in the file says which one counts: {@code $.a[*].x} and
 * {@code $.*[0].x} reach the same value and are equally specific. Of all others the order says nothing.
 */
public final class Ties {
    /** More would cost more than it is worth: then all that are equally specific are in question. */
    private static final long MOST_COMPARISONS = 250_000;

    /** What is equally specific is equal in it. */
    private record Weight(int named, int depth, int length) {}

    private record Expression(String text, List<Token> tokens) {

        boolean hasStar() {
            return tokens.stream().anyMatch(Expression::isStar);
        }

        boolean mayMeet(Expression other) {
            for (int i = 0; i < tokens.size(); i++) {
                if (!mayMeet(tokens.get(i), other.tokens.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean mayMeet(Token one, Token other) {
            return isStar(one) || isStar(other) || one.equals(other);
        }

        private static boolean isStar(Token token) {
            return token instanceof AnyEntry || token instanceof AnyIndex;
        }
    }

    private Ties() {}

    /**
     * Those in question, in the order given; none for nearly every body. What cannot be read is none.
     *
     * @param spreads whether the rules of an expression make others, as {@code eachValue} does: it always is in question then
     */
    public static List<String> among(Collection<String> expressions, Predicate<String> spreads) {
        Map<Weight, List<Expression>> alike = new HashMap<>();
        Set<String> tied = new HashSet<>();
        for (String text : expressions) {
            if (spreads.test(text)) {
                tied.add(text);
            }
            RulePath.parse(text).ifPresent(path -> alike.computeIfAbsent(weight(path, text), any -> new ArrayList<>())
                    .add(new Expression(text, path.tokens())));
        }
        alike.values().forEach(each -> addTied(each, tied));
        return expressions.stream().filter(tied::contains).toList();
    }

    private static Weight weight(RulePath path, String text) {
        return new Weight(PathRules.namedSteps(path), path.tokens().size(), text.length());
    }

    /** Without stars two meet only where they are one path. */
    private static void addTied(List<Expression> alike, Set<String> tied) {
        Map<List<Token>, Expression> first = new HashMap<>();
        for (Expression each : alike) {
            Expression known = first.putIfAbsent(each.tokens(), each);
            if (known != null) {
                tied.addAll(List.of(known.text(), each.text()));
            }
        }
        List<Expression> starred = alike.stream().filter(Expression::hasStar).toList();
        if ((long) starred.size() * alike.size() > MOST_COMPARISONS) {
            alike.forEach(each -> tied.add(each.text()));
            return;
        }
        for (Expression one : starred) {
            for (Expression other : alike) {
                if (!one.equals(other) && one.mayMeet(other)) {
                    tied.addAll(List.of(one.text(), other.text()));
                }
            }
        }
    }
}
