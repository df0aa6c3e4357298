package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RuleGroup.Combine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rules that apply to one value, and how their verdicts combine. Every question is answered with the sentences of refusal: none
 * when the value is accepted.
 *
 * <p>Immutable and thread-safe.
 */
public final class Rules {
    /** What applies where nothing else does. */
    public static final Rules EQUALITY =
            new Rules(RuleGroup.of(MatchingRule.of("equality")), List.of(EqualityRule.EQUALITY));

    private final RuleGroup group;
    private final Combine combine;
    private final List<Rule> rules;
    private final @Nullable Rule only;

    /**
     * Made of at least one rule.
     *
     * @param group what each of them was made of, in their order
     */
    Rules(RuleGroup group, List<Rule> rules) {
        this.group = group;
        this.combine = group.combine();
        this.rules = List.copyOf(rules);
        this.only = rules.size() == 1 ? rules.get(0) : null;
    }

    /** Judges a JSON value whose example is a scalar. */
    public List<String> refusals(JsonValue expected, JsonValue actual) {
        if (only != null) {
            return listed(only.refusal(expected, actual));
        }
        return combined(rule -> rule.refusal(expected, actual));
    }

    /** Judges an object or array whose example is of the same kind, without its entries. */
    public List<String> refusalsOfContainer(JsonValue expected, JsonValue actual) {
        if (only != null) {
            return listed(only.refusalOfContainer(expected, actual));
        }
        return combined(rule -> rule.refusalOfContainer(expected, actual));
    }

    /** Judges text that has no JSON types. */
    public List<String> refusalsOfText(String expected, String actual) {
        if (only != null) {
            return listed(only.refusalOfText(expected, actual));
        }
        return combined(rule -> rule.refusalOfText(expected, actual));
    }

    /** Judges a whole body of text. */
    public List<String> refusalsOfDocument(String expected, String actual) {
        return combined(rule -> rule.refusalOfDocument(expected, actual));
    }

    /** Judges a whole body as bytes. */
    public List<String> refusalsOfBytes(byte[] expected, byte[] actual) {
        return combined(rule -> rule.refusalOfBytes(expected, actual));
    }

    /** Judges how many values stand in one place. */
    public List<String> refusalsOfCount(Iterable<?> values, int count) {
        if (only != null) {
            return listed(only.refusalOfCount(values, count));
        }
        return combined(rule -> rule.refusalOfCount(values, count));
    }

    private static List<String> listed(@Nullable String refusal) {
        return refusal == null ? List.of() : List.of(refusal);
    }

    /**
     * Whether a value of another kind than its object or array example will do: only where one rule of several suffices, such as "an
     * object or null".
     */
    public boolean allowsOtherKind(JsonValue expected, JsonValue actual) {
        return mayAllowOtherKinds() && rules.stream().anyMatch(rule -> rule.refusal(expected, actual) == null);
    }

    /** Whether {@linkplain #allowsOtherKind another kind} will do for some value. */
    public boolean mayAllowOtherKinds() {
        return combine == Combine.OR;
    }

    /** Whether nothing is accepted but what is equal to the example. */
    public boolean demandEquality() {
        return combine == Combine.AND
                ? has(EqualityRule.class)
                : rules.stream().allMatch(EqualityRule.class::isInstance);
    }

    private List<String> combined(Function<Rule, @Nullable String> question) {
        List<String> refusals = List.of();
        for (Rule rule : rules) {
            String refusal = question.apply(rule);
            if (refusal == null && combine == Combine.OR) {
                return List.of();
            }
            if (refusal != null) {
                refusals = refusals.isEmpty() ? new ArrayList<>() : refusals;
                refusals.add(refusal);
            }
        }
        return refusals;
    }

    /**
     * These rules as they act below their own path; null when none of them does, or when one that does not would have sufficed: then the
     * others must not decide alone.
     */
    public @Nullable Rules below() {
        if (only != null && only.below() == only) {
            return this;
        }
        List<Rule> below = new ArrayList<>();
        List<MatchingRule> as = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule reaching = rules.get(i).below();
            if (reaching != null) {
                below.add(reaching);
                MatchingRule here = group.rules().get(i);
                as.add(reaching == rules.get(i) ? here : MatchingRule.of(here.type()));
            }
        }
        boolean decides = combine == Combine.AND || below.size() == rules.size();
        return below.isEmpty() || !decides ? null : new Rules(new RuleGroup(combine, as), below);
    }

    /** The first rule of a kind. */
    public <R extends Rule> Optional<R> find(Class<R> kind) {
        for (Rule rule : rules) {
            if (kind.isInstance(rule)) {
                return Optional.of(kind.cast(rule));
            }
        }
        return Optional.empty();
    }

    public boolean has(Class<? extends Rule> kind) {
        return find(kind).isPresent();
    }

    /** Whether one of several rules suffices. */
    public boolean isAlternative() {
        return combine == Combine.OR && rules.size() > 1;
    }

    /** Each rule alone. */
    public List<Rules> alternatives() {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> new Rules(RuleGroup.of(group.rules().get(i)), List.of(rules.get(i))))
                .toList();
    }

    /** The rules as data, for those who tell of them: {@code equality} where the contract has none, bounds only where they count. */
    public List<MatchingRule> written() {
        return group.rules();
    }

    /** These rules as data with how they combine, the way they act at their place. */
    public RuleGroup asGroup() {
        return group;
    }

    /** Whether some rule looks at the elements of an array in a way of its own. */
    public boolean judgesArrays() {
        return comparesWholeArrays() || has(IgnoreOrderRule.class);
    }

    /** Whether some rule looks at an object as a map whose keys are data. */
    public boolean judgesMaps() {
        return has(ValuesRule.class) || has(EachValueRule.class) || has(EachKeyRule.class);
    }

    /** Whether an array is compared as a whole rather than element by element. */
    public boolean comparesWholeArrays() {
        return has(EqualityRule.class) || has(ArrayContainsRule.class);
    }

    /** Whether these rules are about what an element is, rather than about its text. */
    public boolean judgesStructure() {
        return judgesType() || has(EqualityRule.class);
    }

    /** Whether a type rule is among these. */
    public boolean judgesType() {
        return has(TypeRule.class);
    }

    /** Whether these rules, at the root of a body, judge its bytes in place of any comparison of contents. */
    public boolean judgesAnyBody() {
        return has(ContentTypeRule.class);
    }

    /** Whether these rules, at the root of a binary body, judge its bytes. */
    public boolean demandsContent() {
        return has(NotEmptyRule.class);
    }
}
