package dev.contract.compare.accept;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.RuleExpressions;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.RegexSyntaxException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule means, as an expression. Source: the rules of {@code matching.rule}, one by one.
 *
 * @param all whether every text is accepted
 * @param regex for the accepted texts, no more and no less; null when there is no expression for them
 * @param cover for all accepted texts and perhaps others
 */
record TextMeaning(boolean all, @Nullable String regex, String cover) {
    /** Rules that look at nothing but the text. */
    static final Set<String> INDEPENDENT = Set.of(
            "regex",
            "include",
            "integer",
            "decimal",
            "number",
            "date",
            "time",
            "datetime",
            "null",
            "boolean",
            "contentType",
            "semver",
            "statusCode");

    static final String ANYTHING = "(?s).*";

    private static final String NOTHING = "[^\\x{0}-\\x{10FFFF}]";
    private static final TextMeaning ALL = new TextMeaning(true, ANYTHING, ANYTHING);
    private static final TextMeaning NONE = exactly(NOTHING);

    static TextMeaning of(TextRule rule) {
        JsonObject attributes = rule.rule().attributes();
        Carrier carrier = rule.carrier();
        boolean number = carrier == Carrier.NUMBER;
        boolean typed = number || carrier == Carrier.STRING;
        return switch (rule.rule().type()) {
            case "type" -> attributes.has("schema") ? unclear(ofKind(rule)) : ofKind(rule);
            case "values" -> ofKind(rule);
            case "notEmpty" -> number || !ofKind(rule).all() ? ofKind(rule) : exactly("(?s).+");
            case "regex" -> regex(attributes, carrier);
            case "include" -> exactly("(?s).*" + Pattern.quote(text(attributes, "value")) + ".*");
            case "integer" -> typed ? only(number, Integers.of64Bits()) : exactly(RuleExpressions.INTEGER);
            case "decimal" -> typed ? only(number, "[^.]*\\.[^.]*") : exactly(RuleExpressions.DECIMAL);
            case "number" -> typed ? (number ? ALL : NONE) : exactly(RuleExpressions.NUMBER);
            case "date", "time", "datetime" ->
                new TextMeaning(
                        false, null, DateCover.of(attributes.string("format").orElse(null)));
            case "boolean" -> number ? NONE : exactly("true|false");
            case "semver" -> number ? NONE : exactly(RuleExpressions.SEMVER);
            case "statusCode" -> carrier == Carrier.STRING ? NONE : new TextMeaning(false, null, "\\d{1,5}");
            case "contentType" -> unclear(ALL);
            case "null", "eachKey", "eachValue", "arrayContains" -> NONE;
            default -> equal(rule);
        };
    }

    private static TextMeaning exactly(String regex) {
        return new TextMeaning(false, regex, regex);
    }

    private static TextMeaning only(boolean possible, String regex) {
        return possible ? exactly(regex) : NONE;
    }

    private static TextMeaning unclear(TextMeaning at) {
        return at.isNothing() ? at : new TextMeaning(false, null, at.cover());
    }

    /** Everything is text where nothing has a type. */
    private static TextMeaning ofKind(TextRule rule) {
        return switch (rule.carrier()) {
            case STRING -> rule.example() instanceof JsonString ? ALL : NONE;
            case NUMBER -> rule.example() instanceof JsonNumber ? ALL : NONE;
            case PLAIN, HEADER, DOCUMENT -> ALL;
        };
    }

    private static TextMeaning regex(JsonObject attributes, Carrier carrier) {
        String source = text(attributes, "regex");
        try {
            boolean document = carrier == Carrier.DOCUMENT;
            BoundedRegex regex = document ? BoundedRegex.parseForDocuments(source) : BoundedRegex.parse(source);
            boolean bound = Stream.of("atLeast", "atMost")
                    .anyMatch(name ->
                            attributes.get(name).flatMap(JsonValue::asNumber).isPresent());
            return bound ? new TextMeaning(false, null, ANYTHING) : exactly((document ? "(?s)" : "") + regex);
        } catch (RegexSyntaxException e) {
            return NONE;
        }
    }

    /** A decimal number has more texts than one: {@code 1.5}, {@code 1.50}, {@code 15e-1}. */
    private static TextMeaning equal(TextRule rule) {
        String text = rule.example().text();
        if (rule.carrier() == Carrier.NUMBER) {
            if (!(rule.example() instanceof JsonNumber number)) {
                return NONE;
            }
            return number.isInteger()
                    ? exactly(new BigInteger(text).signum() == 0 ? "-?0" : Pattern.quote(text))
                    : new TextMeaning(false, null, RuleExpressions.NUMBER);
        }
        boolean possible = rule.carrier() != Carrier.STRING || rule.example() instanceof JsonString;
        return only(possible, Pattern.quote(text));
    }

    private static String text(JsonObject attributes, String name) {
        JsonValue value = attributes.find(name);
        return value == null ? "" : value.text();
    }

    boolean isNothing() {
        return NOTHING.equals(regex);
    }

    Optional<String> exact() {
        return Optional.ofNullable(regex);
    }
}
