package dev.contract.core.matching;

import dev.contract.core.http.Headers;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * One expected header.
 *
 * @param name as it was written in the expectation
 * @param values one per value, however many lines they came on
 * @param same whether values are those expected, where no rules are
 */
record HeaderPart(String name, List<String> values, ValueRules rules, BiPredicate<List<String>, List<String>> same)
        implements Part<Headers> {

    private static final Pattern AROUND_COMMA = Pattern.compile("\\s*,\\s*");

    static HeaderPart of(String name, List<String> values, ValueRules rules) {
        return new HeaderPart(name, split(name, values), rules, comparison(name));
    }

    private static BiPredicate<List<String>, List<String>> comparison(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "accept", "content-type" -> MediaTypeValue::same;
            case "cookie" -> HeaderPart::hasCookies;
            default -> HeaderPart::sameText;
        };
    }

    /** Both sides alike: a file of version 4 may have in one value what a client sends on several lines. */
    private static List<String> split(String name, List<String> lines) {
        List<String> values = new ArrayList<>(lines.size());
        for (String line : lines) {
            values.addAll(Headers.split(name, line));
        }
        return values;
    }

    private String missing(String wanted) {
        String value = rules.isEmpty() ? "the value " : "a value such as ";
        return "Expected a header '" + name + "' with " + value + Shown.quoted(wanted) + " but was missing";
    }

    @Override
    public void match(Headers headers, List<Mismatch> mismatches) {
        List<String> lines = headers.values(name);
        if (lines.isEmpty() && !headers.has(name)) {
            String wanted = String.join(", ", values);
            mismatches.add(new Mismatch(Mismatch.Kind.HEADER, name, wanted, null, missing(wanted)));
            return;
        }
        if (rules.isEmpty() && lines.equals(values)) {
            return;
        }
        List<String> actual = split(name, lines);
        if (!rules.isEmpty()) {
            matchByRules(actual, mismatches);
        } else if (!same.test(values, actual)) {
            mismatches.add(mismatch(actual));
        }
    }

    private void matchByRules(List<String> actual, List<Mismatch> mismatches) {
        if (rules.whole() == null && values.size() != actual.size()) {
            mismatches.add(mismatch(actual));
            return;
        }
        for (String sentence : countRefusals(actual)) {
            mismatches.add(new Mismatch(Mismatch.Kind.HEADER, name, Shown.list(values), Shown.list(actual), sentence));
        }
        for (int i = 0; i < actual.size(); i++) {
            String example = values.isEmpty() ? "" : values.get(Math.min(i, values.size() - 1));
            for (String sentence : refusals(i, example, actual.get(i))) {
                mismatches.add(new Mismatch(Mismatch.Kind.HEADER, name, example, actual.get(i), sentence));
            }
        }
    }

    private List<String> countRefusals(List<String> actual) {
        return rules.whole() == null ? List.of() : rules.whole().refusalsOfCount(actual, actual.size());
    }

    private List<String> refusals(int position, String example, String value) {
        Rules ofValue = rules.at(position);
        if (ofValue != null) {
            return ofValue.refusalsOfText(example, value);
        }
        return same.test(List.of(example), List.of(value)) ? List.of() : List.of(unequal(example, value));
    }

    private Mismatch mismatch(List<String> actual) {
        String wanted = String.join(", ", values);
        String came = String.join(", ", actual);
        return new Mismatch(Mismatch.Kind.HEADER, name, wanted, came, unequal(wanted, came));
    }

    private String unequal(String wanted, String came) {
        return "Expected header '" + name + "' to have value " + Shown.quoted(wanted) + " but was "
                + Shown.quoted(came);
    }

    /** Exactly equal but for blanks around commas; whether on one line or several does not count. */
    private static boolean sameText(List<String> expected, List<String> actual) {
        return expected.equals(actual) || joined(expected).equals(joined(actual));
    }

    private static String joined(List<String> values) {
        return AROUND_COMMA.matcher(String.join(",", values)).replaceAll(",");
    }

    /** Every expected cookie must be there; others may. */
    private static boolean hasCookies(List<String> expected, List<String> actual) {
        return cookies(actual).containsAll(cookies(expected));
    }

    private static List<String> cookies(List<String> values) {
        return Arrays.stream(String.join(";", values).split(";"))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
    }
}
