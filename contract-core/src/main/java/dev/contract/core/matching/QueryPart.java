package dev.contract.core.matching;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.matching.rule.Equality;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.model.SpecVersion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The query: the same parameters, each with the same values in the same order or with values that its rules accept.
 *
 * <p>Version 1.0 demanded equal strings; that is asked in addition, so that all other messages are those of later versions.
 */
record QueryPart(Query expected, Map<String, ValueRules> rules, boolean asString) implements Part<HttpRequest> {

    static QueryPart of(Query expected, Map<String, Rules> rules, SpecVersion version) {
        return new QueryPart(
                expected, ValueRules.byName(rules, expected.names(), new HashMap<>()), version == SpecVersion.V1);
    }

    @Override
    public void match(HttpRequest request, List<Mismatch> mismatches) {
        Query actual = request.query();
        int before = mismatches.size();
        for (String name : expected.names()) {
            matchParameter(name, actual, mismatches);
        }
        for (String name : actual.names()) {
            if (!expected.has(name)) {
                String shown = Shown.list(actual.values(name));
                mismatches.add(mismatch(name, null, shown, "Unexpected query parameter '" + name + "' received"));
            }
        }
        if (asString && mismatches.size() == before) {
            matchString(actual, mismatches);
        }
    }

    private void matchParameter(String name, Query actual, List<Mismatch> mismatches) {
        List<@Nullable String> wanted = expected.values(name);
        List<@Nullable String> came = actual.values(name);
        if (!actual.has(name)) {
            String sentence = "Expected query parameter '" + name + "' but was missing";
            mismatches.add(mismatch(name, Shown.list(wanted), null, sentence));
            return;
        }
        ValueRules named = rules.getOrDefault(name, ValueRules.NONE);
        if (!named.isEmpty()) {
            matchByRules(name, named, wanted, came, mismatches);
        } else if (!sameValues(wanted, came)) {
            mismatches.add(mismatch(name, Shown.list(wanted), Shown.list(came), unequal(name, wanted, came)));
        }
    }

    private static void matchByRules(
            String name,
            ValueRules rules,
            List<@Nullable String> wanted,
            List<@Nullable String> came,
            List<Mismatch> mismatches) {
        for (String sentence : countRefusals(name, rules.whole(), wanted, came)) {
            mismatches.add(mismatch(name, Shown.list(wanted), Shown.list(came), sentence));
        }
        for (int i = 0; i < came.size(); i++) {
            String example = wanted.isEmpty() ? "" : orEmpty(wanted.get(Math.min(i, wanted.size() - 1)));
            String value = orEmpty(came.get(i));
            Rules ofValue = rules.at(i);
            List<String> refusals = ofValue != null
                    ? ofValue.refusalsOfText(example, value)
                    : example.equals(value) ? List.of() : List.of(unequal(name, List.of(example), List.of(value)));
            for (String sentence : refusals) {
                mismatches.add(mismatch(name, example, value, sentence));
            }
        }
    }

    private static List<String> countRefusals(
            String name, @Nullable Rules rules, List<@Nullable String> wanted, List<@Nullable String> came) {
        if (rules != null) {
            return rules.refusalsOfCount(came, came.size());
        }
        return wanted.size() == came.size() ? List.of() : List.of(unequal(name, wanted, came));
    }

    @Override
    public void pin(Consumer<Pin> pins) {
        for (String name : expected.names()) {
            if (rules.getOrDefault(name, ValueRules.NONE).isEmpty()) {
                pins.accept(new Pin(new Place(name), hash(expected.values(name))));
            }
        }
    }

    /** A parameter, by its name. */
    private record Place(String name) implements Pin.Place {
        @Override
        public Integer hash(HttpRequest request, ActualBody body) {
            return QueryPart.hash(request.query().values(name));
        }
    }

    /** Of values that are {@linkplain #sameValues the same} the same. */
    private static int hash(List<@Nullable String> values) {
        int hash = 1;
        for (String value : values) {
            hash = 31 * hash + orEmpty(value).hashCode();
        }
        return hash;
    }

    private static boolean sameValues(List<@Nullable String> wanted, List<@Nullable String> came) {
        boolean same = wanted.size() == came.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = Equality.texts(wanted.get(i), came.get(i));
        }
        return same;
    }

    private static String unequal(String name, List<@Nullable String> wanted, List<@Nullable String> came) {
        boolean single = wanted.size() == 1 && came.size() == 1;
        return single
                ? "Expected query parameter '" + name + "' with value " + Shown.quoted(orEmpty(wanted.get(0)))
                        + " but was " + Shown.quoted(orEmpty(came.get(0)))
                : "Expected query parameter '" + name + "' with values " + Shown.list(wanted) + " but was "
                        + Shown.list(came);
    }

    private void matchString(Query actual, List<Mismatch> mismatches) {
        String wanted = expected.raw();
        String came = actual.raw();
        if (wanted != null && came != null && !decoded(wanted).equals(decoded(came))) {
            String sentence = "Expected query " + Shown.quoted(wanted) + " but was " + Shown.quoted(came)
                    + " (version 1.0 of the specification compares the whole string)";
            mismatches.add(mismatch("", wanted, came, sentence));
        }
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Mismatch mismatch(String name, @Nullable String wanted, @Nullable String came, String sentence) {
        return new Mismatch(Mismatch.Kind.QUERY, name, wanted, came, sentence);
    }
}
