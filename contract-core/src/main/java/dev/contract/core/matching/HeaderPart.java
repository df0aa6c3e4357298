package dev.contract.core.matching;

import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One expected header.
 *
 * @param name as it was written in the expectation
 * @param values one per value, however many lines they came on
 * @param comparison where no rules are
 */
record HeaderPart(String name, List<String> values, ValueRules rules, HeaderComparison comparison)
        implements Part<Headers> {

    static HeaderPart of(String name, List<String> values, ValueRules rules) {
        return new HeaderPart(name, split(name, values), rules, HeaderComparison.of(name));
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
        } else if (!comparison.same(values, actual)) {
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
        return comparison.same(List.of(example), List.of(value)) ? List.of() : List.of(unequal(example, value));
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

    @Override
    public void pin(Consumer<Pin> pins) {
        Integer hash = rules.isEmpty() ? comparison.hash(values) : null;
        if (hash != null) {
            pins.accept(new Pin(new Place(name.toLowerCase(Locale.ROOT)), hash));
        }
    }

    /**
     * A header.
     *
     * @param name in lower case
     */
    private record Place(String name) implements Pin.Place {
        @Override
        public @Nullable Integer hash(HttpRequest request, ActualBody body) {
            return HeaderComparison.of(name).hash(split(name, request.headers().values(name)));
        }
    }
}
