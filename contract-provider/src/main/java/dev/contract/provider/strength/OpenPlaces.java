package dev.contract.provider.strength;

import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arrays and objects of which rules say that they need not have the entries of the example. */
final class OpenPlaces {
    private static final Set<String> OPEN = Set.of("arrayContains", "eachKey", "eachValue", "values");

    private final List<RulePath> paths = new ArrayList<>();

    OpenPlaces(Map<String, RuleGroup> rules) {
        rules.forEach((path, group) -> {
            if (group.rules().stream().map(MatchingRule::type).anyMatch(OPEN::contains)) {
                RulePath.parse(path).ifPresent(paths::add);
            }
        });
    }

    boolean has(RulePath place) {
        return paths.stream().anyMatch(path -> covers(path.tokens(), place.tokens()));
    }

    private static boolean covers(List<Token> rule, List<Token> place) {
        boolean covers = rule.size() == place.size();
        for (int i = 0; covers && i < rule.size(); i++) {
            covers = covers(rule.get(i), place.get(i));
        }
        return covers;
    }

    private static boolean covers(Token rule, Token step) {
        return rule instanceof AnyEntry || (rule instanceof AnyIndex && !(step instanceof Field)) || rule.equals(step);
    }
}
