package dev.contract.consumer.variation;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Values that consumers stumble over, the most telling first: by the rules of a place, then by the kind of its example. Not all are
 * permitted there; that is for the matcher to say.
 */
final class Alternatives {
    private static final List<Alternative> BOOLEANS = List.of(
            Alternative.of(JsonBoolean.FALSE),
            Alternative.of(JsonBoolean.TRUE),
            Alternative.text("true", "a text"),
            Alternative.text("false", "a text"));

    private static final List<Alternative> NUMBERS = List.of(
            Alternative.number("0", ""),
            Alternative.number("-1", "negative"),
            Alternative.number("2147483648", "beyond 32 bits"),
            Alternative.number("9223372036854775807", "the largest of 64 bits"),
            Alternative.number("0.5", "a fraction"),
            Alternative.number("0.0", "zero, written as a decimal"),
            Alternative.number("-0.25", "negative"),
            Alternative.number("1.0E+3", "an exponent"),
            Alternative.number("2147483647", "the largest of 32 bits"),
            Alternative.number("-2147483649", "beyond 32 bits"),
            Alternative.number("9007199254740993", "more digits than a double has"),
            Alternative.number("9223372036854775808", "beyond 64 bits with sign"),
            Alternative.number("1", ""),
            Alternative.number("4294967296.5", "a fraction beyond 32 bits"),
            Alternative.number("0.1000000000000000055511151231257827", "more digits than a double has"),
            Alternative.number("-9223372036854775808", "the smallest of 64 bits"),
            Alternative.number("-0.0", "a negative zero"),
            Alternative.number("1E-7", "an exponent"),
            Alternative.number("1.0E+400", "beyond what a double holds"),
            Alternative.number("18446744073709551615", "the largest of 64 bits without sign"));

    private static final List<Alternative> TEXTS = List.of(
            Alternative.text("", "empty"),
            Alternative.text("something else", "another text"),
            Alternative.text("x".repeat(256), "256 characters"),
            Alternative.text("Zoë 名前 Ñandú", "letters beyond ASCII"),
            Alternative.text("👩‍👩‍👧‍👦 🏳️‍🌈", "emoji of several characters each"),
            Alternative.text("first\r\nsecond\nthird", "line ends"),
            Alternative.text("<b>\"it's\"</b> & \\ %41 ${x}", "quotes and markup"),
            Alternative.text("x".repeat(65_537), "65,537 characters"),
            Alternative.text("e\u0301 a\u0308", "combining characters"),
            Alternative.text("שלום عليكم", "from right to left"),
            Alternative.text(" ", "a blank"),
            Alternative.text("0", "a digit"),
            Alternative.text(" blanks around ", "blanks around it"),
            Alternative.text("null", "the word null"),
            Alternative.text("x".repeat(4_001), "4,001 characters"),
            Alternative.text("\u0000\u0007\u001b", "control characters"),
            Alternative.text("\u2028\u00a0\u200b", "blanks beyond ASCII"));

    /** What the header of an answer can carry, and clients read. */
    private static final List<Alternative> LINES = List.of(
            Alternative.text("", "empty"),
            Alternative.text("something-else", "another text"),
            Alternative.text("0", ""),
            Alternative.text("-1", "negative"),
            Alternative.text("2147483648", "beyond 32 bits"),
            Alternative.text("x".repeat(256), "256 characters"),
            Alternative.text("a, b; c=\"d\"", "commas and quotes"),
            Alternative.text("x".repeat(4_001), "4,001 characters"));

    private static final Map<String, List<Alternative>> BY_RULE = Map.of(
            "integer", NUMBERS,
            "decimal", NUMBERS,
            "number", NUMBERS,
            "boolean", BOOLEANS,
            "null", List.of(Alternative.of(JsonNull.NULL)),
            "semver",
                    List.of(
                            Alternative.text("0.0.0", ""),
                            Alternative.text("1.0.0-alpha.1+build.7", "before its release"),
                            Alternative.text("10.20.30", ""),
                            Alternative.text("4294967296.0.0", "beyond 32 bits")));

    private Alternatives() {}

    /** For a value that is neither object nor array. */
    static List<Alternative> of(JsonValue example, List<MatchingRule> rules, RandomGenerator random) {
        List<Alternative> all = byRules(rules, random);
        all.addAll(byKind(example));
        return distinct(example, all);
    }

    /** For a header: everything is text there. */
    static List<Alternative> ofHeader(String example, List<MatchingRule> rules, RandomGenerator random) {
        List<Alternative> all = new ArrayList<>();
        byRules(rules, random)
                .forEach(each -> all.add(Alternative.text(each.value().text(), each.what())));
        all.addAll(LINES);
        all.addAll(spelt(example));
        return distinct(JsonString.of(example), all).stream()
                .filter(each -> isLine(each.value().text()))
                .toList();
    }

    private static boolean isLine(String text) {
        return text.equals(text.strip()) && text.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    private static List<Alternative> byRules(List<MatchingRule> rules, RandomGenerator random) {
        List<Alternative> all = new ArrayList<>();
        rules.forEach(rule -> all.addAll(Limits.of(rule)));
        rules.forEach(rule -> all.addAll(Moments.of(rule)));
        rules.forEach(rule -> all.addAll(RegexTexts.of(rule, random)));
        rules.forEach(rule -> all.addAll(BY_RULE.getOrDefault(rule.type(), List.of())));
        return all;
    }

    private static List<Alternative> byKind(JsonValue example) {
        return switch (example.kind()) {
            case NUMBER -> NUMBERS;
            case BOOLEAN -> BOOLEANS;
            case STRING -> {
                List<Alternative> texts = new ArrayList<>(TEXTS);
                texts.addAll(spelt(example.text()));
                yield texts;
            }
            case OBJECT, ARRAY, NULL -> List.of();
        };
    }

    private static List<Alternative> spelt(String example) {
        return List.of(
                Alternative.text(example.toUpperCase(Locale.ROOT), "in upper case"),
                Alternative.text(example.toLowerCase(Locale.ROOT), "in lower case"));
    }

    private static List<Alternative> distinct(JsonValue example, List<Alternative> all) {
        Map<JsonValue, Alternative> distinct = new LinkedHashMap<>();
        all.forEach(each -> distinct.putIfAbsent(each.value(), each));
        distinct.remove(example);
        return List.copyOf(distinct.values());
    }
}
