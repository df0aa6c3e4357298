package dev.contract.core.matching.multipart;

import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules that lead into a part, by their paths from the part's own root: {@code $.user.id} is {@code $.id} of the part "user". Paths
 * call a part by its name or by its position, {@code $.0} or {@code $[0]}. Immutable.
 */
public record PartRules(@Nullable String name, int position) {
    /** What does not act below its own path, and so in no part when it stands at the root. */
    private static final Set<String> NEVER_BELOW =
            Set.of("values", "eachValue", "eachKey", "arrayContains", "contentType");

    /**
     * Of two paths that come to be the same one, that which calls the part counts; then one with a star; then that of the whole body,
     * which acts on all below it. A path that is not readable is passed on, for whoever reads it to complain.
     */
    public Map<String, RuleGroup> of(Map<String, RuleGroup> groups) {
        Map<String, RuleGroup> inner = new LinkedHashMap<>();
        add(groups, (tokens, group) -> !tokens.isEmpty() && calls(tokens.get(0)), inner);
        add(groups, (tokens, group) -> !tokens.isEmpty() && isStar(tokens.get(0)), inner);
        add(groups, (tokens, group) -> tokens.isEmpty() && actsBelow(group), inner);
        return inner;
    }

    private static void add(
            Map<String, RuleGroup> groups, BiPredicate<List<Token>, RuleGroup> chosen, Map<String, RuleGroup> inner) {
        groups.forEach((expression, group) -> {
            Optional<RulePath> path = RulePath.parse(expression);
            if (path.isEmpty()) {
                inner.putIfAbsent(expression, group);
            } else if (chosen.test(path.get().tokens(), group)) {
                inner.putIfAbsent(rerooted(path.get().tokens()), group);
            }
        });
    }

    private static String rerooted(List<Token> tokens) {
        return tokens.isEmpty() ? "$" : new RulePath(tokens.subList(1, tokens.size())).toString();
    }

    private boolean calls(Token token) {
        return token instanceof Field field
                ? field.name().equals(name) || field.name().equals(Integer.toString(position))
                : token instanceof Index index && index.position() == position;
    }

    private static boolean isStar(Token token) {
        return token instanceof AnyEntry || token instanceof AnyIndex;
    }

    private static boolean actsBelow(RuleGroup group) {
        return group.rules().stream().noneMatch(rule -> NEVER_BELOW.contains(rule.type()));
    }
}
