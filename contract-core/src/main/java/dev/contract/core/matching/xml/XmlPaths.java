package dev.contract.core.matching.xml;

import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rule paths as XML reads them: paths of elements have no indices, so {@code [*]} and {@code [n]} are left out. Both established
 * implementations let such rules match nothing, and a case of the specification fails for it.
 */
public final class XmlPaths {
    private XmlPaths() {}

    /** The groups by their paths without indices; those that come to be equal are joined. */
    public static Map<String, RuleGroup> withoutIndices(Map<String, RuleGroup> groups) {
        Map<String, RuleGroup> kept = new LinkedHashMap<>();
        groups.forEach((expression, group) -> kept.merge(withoutIndices(expression), group, XmlPaths::joined));
        return kept;
    }

    private static String withoutIndices(String expression) {
        return RulePath.parse(expression)
                .map(RulePath::tokens)
                .filter(tokens -> tokens.stream().anyMatch(XmlPaths::isIndex))
                .map(tokens -> new RulePath(
                                tokens.stream().filter(token -> !isIndex(token)).toList())
                        .toString())
                .orElse(expression);
    }

    private static boolean isIndex(Token token) {
        return token instanceof AnyIndex || token instanceof Index;
    }

    private static RuleGroup joined(RuleGroup one, RuleGroup other) {
        List<MatchingRule> rules = new ArrayList<>(one.rules());
        rules.addAll(other.rules());
        return new RuleGroup(one.combine(), rules);
    }
}
