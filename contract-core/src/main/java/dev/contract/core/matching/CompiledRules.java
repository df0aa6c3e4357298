package dev.contract.core.matching;

import dev.contract.core.matching.rule.RuleCompiler;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one expected part outside its body, compiled by name, and the problems met in compiling any of them: also those met
 * later, in rules for entries that the example does not have. Thread-safe.
 */
final class CompiledRules {
    private final MatchingRules rules;
    private final Set<Problem> problems = Collections.synchronizedSet(new LinkedHashSet<>());

    CompiledRules(MatchingRules rules) {
        this.rules = rules;
    }

    /** The rules of a category that has only one value; null when there are none. */
    @Nullable
    Rules single(Category category) {
        return rules.single(category)
                .map(group -> compile(group, () -> "rule of the " + category.text()))
                .orElse(null);
    }

    /** The rules of a category by name. */
    Map<String, Rules> named(Category category) {
        return compile(category, new LinkedHashMap<>());
    }

    /** The rules of a category by name, whatever its case. */
    Map<String, Rules> namedIgnoringCase(Category category) {
        return compile(category, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    private Map<String, Rules> compile(Category category, Map<String, Rules> compiled) {
        rules.of(category)
                .forEach((name, group) -> compiled.put(
                        name, compile(group, () -> "rule " + Quoted.text(name) + " of category " + category.text())));
        return compiled;
    }

    private Rules compile(RuleGroup group, Supplier<String> place) {
        return new RuleCompiler(place, problems::add).compile(group);
    }

    /** The rules of the body, not compiled: what they mean depends on its format. */
    Map<String, RuleGroup> ofBody() {
        return rules.of(Category.BODY);
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    List<Problem> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }
}
