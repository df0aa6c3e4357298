package dev.contract.core.model;

import java.util.List;

/**
 * The rules for one path or name, and how their verdicts combine.
 *
 * <p>Immutable.
 *
 * @param rules none means equality
 */
public record RuleGroup(Combine combine, List<MatchingRule> rules) {
    /** How the verdicts of several rules become one. */
    public enum Combine {
        /** Every rule must accept. */
        AND,
        /** One rule suffices. */
        OR
    }

    public RuleGroup {
        rules = List.copyOf(rules);
    }

    public static RuleGroup of(MatchingRule... rules) {
        return new RuleGroup(Combine.AND, List.of(rules));
    }
}
