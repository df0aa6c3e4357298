package dev.contract.compare.accept;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts that are accepted in one place: those that satisfy all rules of at least one row. Immutable.
 *
 * @param rows none accepts nothing, an empty one everything
 */
public record Texts(List<List<TextRule>> rows) {
    public static final Texts ALL = new Texts(List.of(List.of()));
    public static final Texts NONE = new Texts(List.of());

    public Texts {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The texts that a group of rules accepts. */
    public static Texts of(RuleGroup group, JsonValue example, TextRule.Carrier carrier) {
        List<List<TextRule>> rows = new ArrayList<>();
        List<TextRule> row = new ArrayList<>();
        for (MatchingRule rule : group.rules()) {
            TextRule text = new TextRule(rule, example, carrier);
            if (group.combine() == Combine.OR) {
                rows.add(List.of(text));
            } else {
                row.add(text);
            }
        }
        return simplified(group.combine() == Combine.OR ? rows : List.of(row));
    }

    /** Exactly one text. */
    public static Texts only(JsonValue example, TextRule.Carrier carrier) {
        return of(RuleGroup.of(MatchingRule.of("equality")), example, carrier);
    }

    private static Texts simplified(List<List<TextRule>> rows) {
        List<List<TextRule>> kept = new ArrayList<>();
        for (List<TextRule> row : rows) {
            if (row.stream().noneMatch(rule -> TextMeaning.of(rule).isNothing())) {
                kept.add(
                        row.stream().filter(rule -> !TextMeaning.of(rule).all()).toList());
            }
        }
        return kept.stream().anyMatch(List::isEmpty)
                ? ALL
                : new Texts(kept.stream().distinct().toList());
    }

    /** The texts of both. */
    Texts or(Texts other) {
        List<List<TextRule>> all = new ArrayList<>(rows);
        all.addAll(other.rows);
        return simplified(all);
    }

    public boolean isAll() {
        return rows.stream().anyMatch(List::isEmpty);
    }

    public boolean isNone() {
        return rows.isEmpty();
    }

    /** What the matcher says of a text. */
    public boolean accepts(String text) {
        for (List<TextRule> row : rows) {
            if (accepts(row, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean accepts(List<TextRule> row, String text) {
        for (TextRule rule : row) {
            if (!rule.accepts(text)) {
                return false;
            }
        }
        return true;
    }

    /** {@code text that matches '\d+' and text that includes '1'}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
