package dev.contract.consumer.variation;

import dev.contract.core.matching.rule.EachValueRule;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of a body that say something of a place. Which of them win there does not matter: they only give ideas. */
final class PlaceRules {
    private final List<Ruled> all = new ArrayList<>();

    private record Ruled(List<Token> path, List<MatchingRule> rules) {}

    PlaceRules(Map<String, RuleGroup> groups) {
        groups.forEach((path, group) -> RulePath.parse(path).ifPresent(parsed -> add(parsed, group.rules())));
    }

    private void add(RulePath path, List<MatchingRule> rules) {
        all.add(new Ruled(path.tokens(), rules));
        for (MatchingRule rule : rules) {
            if (rule.type().equals("eachValue")) {
                add(path.then(new AnyEntry()), EachValueRule.valuesOf(rule).rules());
            }
        }
    }

    /** The rules that are written for this place. */
    List<MatchingRule> at(List<Token> place) {
        return all.stream()
                .filter(each -> each.path().size() == place.size() && leads(each.path(), place))
                .flatMap(each -> each.rules().stream())
                .toList();
    }

    /** Whether any rule reaches the place, be it from above: elsewhere values are what they are. */
    boolean reach(List<Token> place) {
        return all.stream().anyMatch(each -> leads(each.path(), place));
    }

    private static boolean leads(List<Token> rule, List<Token> place) {
        boolean leads = rule.size() <= place.size();
        for (int i = 0; leads && i < rule.size(); i++) {
            leads = takes(rule.get(i), place.get(i));
        }
        return leads;
    }

    private static boolean takes(Token rule, Token step) {
        return rule.equals(step) || rule instanceof AnyEntry || (rule instanceof AnyIndex && step instanceof Index);
    }
}
