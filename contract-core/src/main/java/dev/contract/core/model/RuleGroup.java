package dev.contract.core.model;

import dev.contract.core.json.JsonObject;
import java.util.List;

/**
 * The rules for one path or name, and how their verdicts combine.
 *
 * <p>Immutable.
 *
 * @param rules none means equality
 * @param extra attributes of the file that this model has no place for
 */
public record RuleGroup(Combine combine, List<MatchingRule> rules, JsonObject extra) {
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

    public RuleGroup(Combine combine, List<MatchingRule> rules) {
        this(combine, rules, JsonObject.EMPTY);
    }

    public static RuleGroup of(MatchingRule... rules) {
        return new RuleGroup(Combine.AND, List.of(rules));
    }
}
