package dev.contract.compare.accept;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ValueRules;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The values that a name may have that may have several: a header, a query parameter, a field of a form. Immutable.
 *
 * @param carrier of each
 * @param min how many, at least 1
 * @param max {@link Integer#MAX_VALUE} when there is no bound
 * @param doubt why more may be demanded than this says, as half a sentence; empty where nothing is
 * @param first what is accepted at the first positions
 * @param rest what is accepted at all others
 */
public record Values(Carrier carrier, int min, int max, String doubt, List<Texts> first, Texts rest) {
    private static final int MOST_NAMED = 1_000;
    private static final String NO_DOUBT = "";
    private static final String ALTERNATIVES = "alternatives bound the number of values";
    private static final String FAR_OUT = "rules name positions beyond " + MOST_NAMED + ", and these are not followed";

    public Values {
        first = List.copyOf(first);
    }

    /** As many values as texts, each one of them. */
    public static Values each(Carrier carrier, List<Texts> texts) {
        return new Values(carrier, texts.size(), texts.size(), NO_DOUBT, texts, Texts.NONE);
    }

    /** The values under the rules of a name. */
    public static Values of(Carrier carrier, List<? extends @Nullable String> examples, ValueRules rules) {
        return of(carrier, examples, rules.whole(), rules::at, rules.numbered().keySet());
    }

    /**
     * The values under rules.
     *
     * @param carrier of each
     * @param examples what the contract has; null stands for an empty text
     * @param whole under the name itself, which leave their number free; null when there are none
     * @param at the rules of a position; null for none, and the value must be equal
     * @param named the positions that rules name
     */
    public static Values of(
            Carrier carrier,
            List<? extends @Nullable String> examples,
            @Nullable Rules whole,
            IntFunction<@Nullable Rules> at,
            Set<Integer> named) {
        int ruled = named.stream().mapToInt(position -> position + 1).max().orElse(0);
        if (ruled > MOST_NAMED) {
            return new Values(carrier, 1, Integer.MAX_VALUE, FAR_OUT, List.of(), Texts.ALL);
        }
        List<Texts> first = new ArrayList<>();
        int known = Math.max(examples.size(), ruled);
        for (int i = 0; i < known; i++) {
            first.add(texts(carrier, example(examples, i), at.apply(i)));
        }
        Texts rest = texts(carrier, example(examples, known), at.apply(known));
        if (whole == null) {
            return new Values(carrier, examples.size(), examples.size(), NO_DOUBT, first, rest);
        }
        RuleGroup group = whole.asGroup();
        if (isOfAlternatives(group)) {
            boolean bounded = group.rules().stream().anyMatch(Values::isBounded);
            return new Values(carrier, 1, Integer.MAX_VALUE, bounded ? ALTERNATIVES : NO_DOUBT, first, rest);
        }
        int min = Math.max(1, bound(group, "min", 0));
        return new Values(carrier, min, bound(group, "max", Integer.MAX_VALUE), NO_DOUBT, first, rest);
    }

    private static boolean isOfAlternatives(RuleGroup group) {
        return group.combine() == Combine.OR && group.rules().size() > 1;
    }

    private static boolean isBounded(MatchingRule rule) {
        return rule.attributes().has("min") || rule.attributes().has("max");
    }

    private static String example(List<? extends @Nullable String> examples, int position) {
        String example = examples.isEmpty() ? null : examples.get(Math.min(position, examples.size() - 1));
        return example == null ? "" : example;
    }

    private static Texts texts(Carrier carrier, String example, @Nullable Rules rules) {
        JsonString text = JsonString.of(example);
        return rules == null ? Texts.only(text, carrier) : Texts.of(rules.asGroup(), text, carrier);
    }

    private static int bound(RuleGroup group, String name, int otherwise) {
        int bound = otherwise;
        for (MatchingRule rule : group.rules()) {
            boolean counts = rule.type().equals("type") && !rule.attributes().has("schema");
            int own = counts ? bound(rule, name, otherwise) : otherwise;
            bound = name.equals("min") ? Math.max(bound, own) : Math.min(bound, own);
        }
        return bound;
    }

    private static int bound(MatchingRule rule, String name, int otherwise) {
        JsonValue bound = rule.attributes().find(name);
        return bound == null ? otherwise : bound.count().orElse(otherwise);
    }

    /** What is accepted at a position from 0. */
    public Texts at(int position) {
        return position < first.size() ? first.get(position) : rest;
    }
}
