package dev.contract.openapi.document;

import dev.contract.core.schema.JsonSchema.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is told where none of several alternatives fits: not what breaks each of them, but what breaks the one that fits best.
 *
 * <p>Violations come in the order of evaluation, so those of one {@code anyOf} or {@code oneOf} for one value stand together, its
 * alternatives in their order; where the order starts again, another value is looked at.
 */
final class Alternatives {
    private static final Set<String> KEYWORDS = Set.of("anyOf", "oneOf");

    private Alternatives() {}

    static List<Violation> nearest(List<Violation> all) {
        return nearest(all, 0);
    }

    /** @param depth how much of the routes has been looked at */
    private static List<Violation> nearest(List<Violation> all, int depth) {
        List<Violation> told = new ArrayList<>();
        int at = 0;
        while (at < all.size()) {
            int keyword = keyword(all.get(at), depth);
            if (keyword < 0) {
                if (!isExplained(all, at)) {
                    told.add(all.get(at));
                }
                at++;
            } else {
                int end = end(all, at, keyword);
                told.addAll(best(all.subList(at, end), keyword));
                at = end;
            }
        }
        return told;
    }

    /** Where in a route the first keyword stands that is followed by the number of an alternative; -1 when none is. */
    private static int keyword(Violation violation, int from) {
        List<String> route = violation.route();
        for (int i = from; i + 1 < route.size(); i++) {
            if (KEYWORDS.contains(route.get(i)) && isNumber(route.get(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNumber(String name) {
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether it says of {@code oneOf} that nothing fits, and what comes next says why. */
    private static boolean isExplained(List<Violation> all, int at) {
        List<String> route = all.get(at).route();
        if (at + 1 == all.size()
                || route.isEmpty()
                || !route.get(route.size() - 1).equals("oneOf")) {
            return false;
        }
        List<String> next = all.get(at + 1).route();
        return next.size() > route.size()
                && next.subList(0, route.size()).equals(route)
                && all.get(at + 1).path().startsWith(all.get(at).path());
    }

    private static int end(List<Violation> all, int start, int keyword) {
        List<String> route = all.get(start).route().subList(0, keyword + 1);
        int number = 0;
        int end = start;
        while (end < all.size() && keyword(all.get(end), keyword) == keyword) {
            Violation next = all.get(end);
            int alternative = alternative(next, keyword);
            if (alternative < number || !next.route().subList(0, keyword + 1).equals(route)) {
                break;
            }
            number = alternative;
            end++;
        }
        return end;
    }

    private static int alternative(Violation violation, int keyword) {
        return Integer.parseInt(violation.route().get(keyword + 1));
    }

    /** Of the one that has the right type, then the right shape, and breaks the least. */
    private static List<Violation> best(List<Violation> group, int keyword) {
        String value = group.stream()
                .map(Violation::path)
                .min(Comparator.comparingInt(String::length))
                .orElseThrow();
        TreeMap<Integer, List<Violation>> alternatives = new TreeMap<>();
        group.forEach(each -> alternatives
                .computeIfAbsent(alternative(each, keyword), number -> new ArrayList<>())
                .add(each));
        List<Violation> best = alternatives.values().stream()
                .map(each -> nearest(each, keyword + 2))
                .min(Comparator.<List<Violation>>comparingInt(each -> hasOtherType(each, value) ? 1 : 0)
                        .thenComparingLong(each -> ofTheValueItself(each, value))
                        .thenComparingInt(List::size))
                .orElseThrow();
        String preface = "none of " + alternatives.size() + " alternatives fits, and of the nearest: ";
        return alternatives.size() == 1
                ? best
                : best.stream().map(each -> with(preface, each)).toList();
    }

    private static long ofTheValueItself(List<Violation> alternative, String value) {
        return alternative.stream().filter(each -> each.path().equals(value)).count();
    }

    private static boolean hasOtherType(List<Violation> alternative, String value) {
        return alternative.stream()
                .anyMatch(each -> each.path().equals(value)
                        && !each.rule().isEmpty()
                        && each.rule().get(each.rule().size() - 1).equals("type"));
    }

    private static Violation with(String preface, Violation violation) {
        return violation.text().startsWith("none of ")
                ? violation
                : new Violation(
                        violation.path(),
                        preface + violation.text(),
                        violation.found(),
                        violation.rule(),
                        violation.route());
    }
}
