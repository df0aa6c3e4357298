package dev.contract.core.matching.select;

import dev.contract.core.matching.rule.EachKeyRule;
import dev.contract.core.matching.rule.EachValueRule;
import dev.contract.core.matching.rule.RuleCompiler;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compiles rule groups by path expression into the state of a document's root. One thread at a time. */
public final class PathSelection {
    private final Consumer<Problem> problems;
    private final List<PathRules> rules = new ArrayList<>();

    private PathSelection(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /**
     * The state of the root under these rules.
     *
     * @param problems takes the rules that cannot be used
     */
    public static RuleState compile(Map<String, RuleGroup> groups, Consumer<Problem> problems) {
        PathSelection selection = new PathSelection(problems);
        groups.forEach(selection::add);
        return RuleState.root(selection.rules);
    }

    private void add(String expression, RuleGroup group) {
        Optional<RulePath> path = RulePath.parse(expression);
        if (path.isPresent()) {
            add(path.get(), expression, group);
        } else {
            problems.accept(Problem.warning(
                            "CONTRACT-RULE",
                            "the path " + Quoted.text(expression) + " of a matching rule is not readable")
                    .at("matching rules of the body")
                    .mend("write it like $.items[*].id or $['a name with blanks']: until then the rule is ignored"));
        }
    }

    private void add(RulePath path, String expression, RuleGroup group) {
        Rules compiled = new RuleCompiler("rule " + Quoted.text(expression) + " of the body", problems).compile(group);
        compiled.find(EachValueRule.class).ifPresent(each -> add(entries(path), expression + ".*", each.values()));
        rules.add(PathRules.of(path, expression, compiled, compiled.has(EachKeyRule.class)));
    }

    /** The rules of {@code eachValue} apply to every entry below its path, as if the file had them there. */
    private static RulePath entries(RulePath path) {
        List<Token> tokens = new ArrayList<>(path.tokens());
        tokens.add(new AnyEntry());
        return new RulePath(tokens);
    }
}
