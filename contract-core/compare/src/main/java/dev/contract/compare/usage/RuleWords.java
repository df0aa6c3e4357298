package dev.contract.compare.usage;

import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import dev.contract.core.problem.Shortened;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules in few words: {@code type, min 1}, {@code regex \d+}, {@code integer or null}. */
final class RuleWords {
    static final String EQUALITY = "equality";

    private static final int LONGEST = 80;
    /** What a rule says of itself, and how it is introduced. */
    private static final Map<String, String> ATTRIBUTES =
            Map.of("regex", " ", "value", " ", "format", " ", "status", " ", "min", ", min ", "max", ", max ");

    private RuleWords() {}

    /** The words of the rules for a value; {@code equality} where there are none. */
    static String of(@Nullable Rules rules) {
        return rules == null ? EQUALITY : joined(rules.written(), rules.isAlternative());
    }

    static String of(@Nullable RuleGroup group) {
        return group == null || group.rules().isEmpty()
                ? EQUALITY
                : joined(group.rules(), group.combine() == Combine.OR);
    }

    private static String joined(List<MatchingRule> rules, boolean oneSuffices) {
        if (rules.size() == 1) {
            return of(rules.get(0));
        }
        return rules.stream().map(RuleWords::of).distinct().collect(Collectors.joining(oneSuffices ? " or " : " and "));
    }

    private static String of(MatchingRule rule) {
        if (rule.attributes().isEmpty()) {
            return rule.type();
        }
        return rule.type()
                + Stream.of("regex", "value", "format", "status", "min", "max")
                        .filter(name -> rule.attributes().has(name))
                        .map(name -> ATTRIBUTES.get(name) + shown(rule, name))
                        .collect(Collectors.joining());
    }

    private static String shown(MatchingRule rule, String name) {
        return Shortened.to(LONGEST, rule.attributes().get(name).orElseThrow().text());
    }
}
