package dev.contract.consumer;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.MatchingRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Bounds of numbers as regular expressions, for every Pact tool applies those: one rule a bound, which names it beside the expression.
 *
 * <p>The expressions are exact for numbers as they are usually written, {@code -12.50}. Of numbers with an exponent they accept all, for
 * other tools; we compare these as numbers, too.
 */
final class NumberBounds {
    private static final String FRACTION = "(\\.\\d+)?";
    private static final String UNSIGNED = "\\d+" + FRACTION;
    private static final String EXPONENT = "-?" + UNSIGNED + "[eE][+-]?\\d+";

    private final String whole;
    private final String fraction;

    private NumberBounds(BigDecimal magnitude) {
        String text = magnitude.signum() == 0
                ? "0"
                : magnitude.abs().stripTrailingZeros().toPlainString();
        int point = text.indexOf('.');
        this.whole = point < 0 ? text : text.substring(0, point);
        this.fraction = point < 0 ? "" : text.substring(point + 1);
    }

    static MatchingRule atLeast(BigDecimal bound) {
        return rule("atLeast", bound, bound.signum() > 0 ? up(bound) : UNSIGNED + "|-" + down(bound));
    }

    static MatchingRule atMost(BigDecimal bound) {
        return rule("atMost", bound, bound.signum() < 0 ? "-" + up(bound) : "-" + UNSIGNED + "|" + down(bound));
    }

    private static MatchingRule rule(String name, BigDecimal bound, String regex) {
        return new MatchingRule(
                "regex",
                JsonObject.builder()
                        .put("regex", "(" + regex + "|" + EXPONENT + ")")
                        .put(name, JsonNumber.parse(bound.toPlainString()))
                        .build());
    }

    private static String up(BigDecimal bound) {
        return new NumberBounds(bound).notBelow();
    }

    private static String down(BigDecimal bound) {
        return new NumberBounds(bound).notAbove();
    }

    /** Unsigned texts of at least this magnitude: longer ones, those with a higher digit somewhere, and those that begin like it. */
    private String notBelow() {
        List<String> ways = new ArrayList<>();
        ways.add("[1-9]\\d" + (whole.length() > 1 ? "{" + whole.length() + ",}" : "+") + FRACTION);
        for (int i = 0; i < whole.length(); i++) {
            if (whole.charAt(i) < '9') {
                ways.add(whole.substring(0, i)
                        + digits(whole.charAt(i) + 1, '9')
                        + any(whole.length() - i - 1)
                        + FRACTION);
            }
        }
        if (fraction.isEmpty()) {
            ways.add(whole + FRACTION);
            return any(ways);
        }
        for (int i = 0; i < fraction.length(); i++) {
            if (fraction.charAt(i) < '9') {
                ways.add(whole + "\\." + fraction.substring(0, i) + digits(fraction.charAt(i) + 1, '9') + "\\d*");
            }
        }
        ways.add(whole + "\\." + fraction + "\\d*");
        return any(ways);
    }

    /** Unsigned texts of at most this magnitude. */
    private String notAbove() {
        List<String> ways = new ArrayList<>();
        if (whole.length() > 1) {
            ways.add("\\d" + (whole.length() > 2 ? "{1," + (whole.length() - 1) + "}" : "") + FRACTION);
        }
        for (int i = 0; i < whole.length(); i++) {
            char lowest = i == 0 && whole.length() > 1 ? '1' : '0';
            if (whole.charAt(i) > lowest) {
                ways.add(whole.substring(0, i)
                        + digits(lowest, whole.charAt(i) - 1)
                        + any(whole.length() - i - 1)
                        + FRACTION);
            }
        }
        ways.add(whole + "(\\.0+)?");
        for (int i = 0; i < fraction.length(); i++) {
            String start = whole + "\\." + fraction.substring(0, i);
            if (i > 0) {
                ways.add(start + "0*");
            }
            if (fraction.charAt(i) > '0') {
                ways.add(start + digits('0', fraction.charAt(i) - 1) + "\\d*");
            }
        }
        if (!fraction.isEmpty()) {
            ways.add(whole + "\\." + fraction + "0*");
        }
        return any(ways);
    }

    static String digits(int from, int to) {
        return from == to ? String.valueOf((char) from) : "[" + (char) from + "-" + (char) to + "]";
    }

    static String any(int digits) {
        return digits == 0 ? "" : digits == 1 ? "\\d" : "\\d{" + digits + "}";
    }

    static String any(List<String> ways) {
        return ways.size() == 1 ? ways.get(0) : "(" + String.join("|", ways) + ")";
    }
}
