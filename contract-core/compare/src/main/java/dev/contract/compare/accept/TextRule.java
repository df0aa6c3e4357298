package dev.contract.compare.accept;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.RuleCompiler;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One rule that judges a value by its text. What it accepts it asks the matcher; what that means it knows for most rules. Two are equal
 * when they accept the same for the same reason. Immutable.
 */
public final class TextRule {

    /** What it is that has a text. */
    public enum Carrier {
        /** A JSON string. */
        STRING,
        /** A JSON number. */
        NUMBER,
        /** A query parameter, a path, a form field, a key: it has no JSON type. */
        PLAIN,
        /** A header: as {@link #PLAIN}, but it has no line ends, nor blanks around it. */
        HEADER,
        /** A body of text. */
        DOCUMENT
    }

    private static final int LONGEST_BOUND = 100;

    private final MatchingRule rule;
    private final JsonValue example;
    private final Carrier carrier;

    /** Made when a text is first judged: most rules are the same on both sides. By two threads at once perhaps twice, which does no harm. */
    private @Nullable Rules compiled;

    TextRule(MatchingRule rule, JsonValue example, Carrier carrier) {
        this.rule = rule;
        this.example = example;
        this.carrier = carrier;
    }

    public MatchingRule rule() {
        return rule;
    }

    public JsonValue example() {
        return example;
    }

    public Carrier carrier() {
        return carrier;
    }

    /** What the matcher says of a text: of a number, of how it is written. */
    public boolean accepts(String text) {
        Rules rules = rules();
        return switch (carrier) {
            case STRING -> rules.refusals(example, JsonString.of(text)).isEmpty();
            case NUMBER -> rules.refusals(example, JsonNumber.parse(text)).isEmpty();
            case PLAIN, HEADER -> rules.refusalsOfText(example.text(), text).isEmpty();
            case DOCUMENT -> rules.refusalsOfDocument(example.text(), text).isEmpty();
        };
    }

    private Rules rules() {
        Rules known = compiled;
        if (known == null) {
            known = new RuleCompiler(() -> "", problem -> {}).compile(RuleGroup.of(rule));
            compiled = known;
        }
        return known;
    }

    /** The expression whose texts are accepted, no more and no less; empty where there is none or nobody knows. */
    public Optional<String> regex() {
        return TextMeaning.of(this).exact();
    }

    /** An expression for all texts that are accepted, and perhaps others. */
    public String cover() {
        return TextMeaning.of(this).cover();
    }

    /** Whether the matcher may stop looking at a text, which then is refused although it is of the {@linkplain #regex() expression}. */
    public boolean mayGiveUp() {
        return rule.type().equals("regex") || rule.type().equals("semver");
    }

    /** The smallest number that is accepted; empty when this is no such rule. */
    public Optional<BigDecimal> atLeast() {
        return bound("atLeast");
    }

    /** The largest number that is accepted; empty when this is no such rule. */
    public Optional<BigDecimal> atMost() {
        return rule.attributes().has("atLeast") ? Optional.empty() : bound("atMost");
    }

    private Optional<BigDecimal> bound(String name) {
        JsonObject attributes = rule.attributes();
        return rule.type().equals("regex")
                ? attributes
                        .get(name)
                        .flatMap(JsonValue::asNumber)
                        .filter(TextRule::isUsable)
                        .map(JsonNumber::decimal)
                : Optional.empty();
    }

    private static boolean isUsable(JsonNumber number) {
        return number.text().length() < LONGEST_BOUND;
    }

    /** Whether whatever this accepts the other accepts as well, as far as one sees it at once. */
    public boolean implies(TextRule other) {
        if (equals(other)) {
            return true;
        }
        Optional<BigDecimal> least = other.atLeast();
        Optional<BigDecimal> most = other.atMost();
        return (least.isPresent() && isAny(atLeast().or(this::number), own -> own.compareTo(least.get()) >= 0))
                || (most.isPresent() && isAny(atMost().or(this::number), own -> own.compareTo(most.get()) <= 0));
    }

    private static boolean isAny(Optional<BigDecimal> bound, Predicate<BigDecimal> within) {
        return bound.filter(within).isPresent();
    }

    /** The only number that is accepted, however it is written. */
    private Optional<BigDecimal> number() {
        return carrier == Carrier.NUMBER && rule.type().equals("equality")
                ? example.asNumber().filter(TextRule::isUsable).map(JsonNumber::decimal)
                : Optional.empty();
    }

    /** Whether a rule judges a value by itself, whatever the example is. */
    public static boolean ignoresExample(MatchingRule rule) {
        return TextMeaning.INDEPENDENT.contains(rule.type())
                && !rule.attributes().has("schema");
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof TextRule that
                && rule.equals(that.rule)
                && carrier == that.carrier
                && (example.equals(that.example) || ignoresExample(rule));
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, carrier);
    }

    @Override
    public String toString() {
        return Words.of(this);
    }
}
