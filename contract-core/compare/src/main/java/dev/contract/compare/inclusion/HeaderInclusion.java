package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.compare.accept.Values;
import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.ValueRules;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.ValueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether all headers that one expectation accepts are accepted by another. One comparison. */
final class HeaderInclusion {
    private static final String REASON = "the header is compared in a way of its own, and no value shows it";

    /** Of judging a header, and of each in a copy of all of them, in steps. */
    private static final long WORK = 10;

    /** The headers of one side with their rules. */
    private record Side(Headers headers, Map<String, Map<String, RuleGroup>> groups, Map<String, ValueRules> byName) {
        static Side of(Headers headers, MatchingRules rules) {
            Map<String, Rules> compiled = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            rules.of(Category.HEADER).forEach((name, group) -> compiled.put(name, CompiledGroups.of(group)));
            Map<String, ValueRules> byName =
                    ValueRules.byName(compiled, headers.names(), new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
            return new Side(headers, groups(headers, rules), byName);
        }

        /** The rules of each header, as they are written. */
        private static Map<String, Map<String, RuleGroup>> groups(Headers headers, MatchingRules rules) {
            Map<String, Map<String, RuleGroup>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            rules.of(Category.HEADER).forEach((key, group) -> {
                String name = headers.has(key) ? key : ValueKey.parse(key).name();
                groups.computeIfAbsent(name, any -> new LinkedHashMap<>()).put(key, group);
            });
            return groups;
        }

        ValueRules of(String name) {
            return byName.getOrDefault(name, ValueRules.NONE);
        }

        List<String> values(String name) {
            List<String> values = new ArrayList<>();
            headers.values(name).forEach(line -> values.addAll(Headers.split(name, line)));
            return values;
        }

        /** Whether the matcher accepts values for a header. */
        boolean accepts(String name, List<String> values) {
            Headers only = Headers.of(Map.of(name, headers.values(name)));
            MatchingRules ofHeaders =
                    new MatchingRules(Map.of(Category.HEADER, groups.getOrDefault(name, Map.of())), JsonObject.EMPTY);
            ResponsePart part = ResponsePart.of(new HttpResponse(200, only, Body.MISSING), ofHeaders, Generators.NONE);
            HttpResponse actual = new HttpResponse(200, Headers.of(Map.of(name, values)), Body.MISSING);
            return PlanCompiler.response(part, SpecVersion.V4).match(actual).matches();
        }
    }

    private final Side inner;
    private final Side outer;
    private final Headers sample;

    private HeaderInclusion(Side inner, Side outer) {
        this.inner = inner;
        this.outer = outer;
        this.sample = sample(inner);
    }

    static List<Difference<Headers>> differences(
            Headers inner, MatchingRules innerRules, Headers outer, MatchingRules outerRules) {
        if (outer.isEmpty()) {
            return List.of();
        }
        HeaderInclusion inclusion = new HeaderInclusion(Side.of(inner, innerRules), Side.of(outer, outerRules));
        return outer.names().stream()
                .flatMap(name -> inclusion.difference(name).stream())
                .toList();
    }

    /** Headers that are likely to be accepted: the example, but for what its own rules refuse. */
    static Headers sample(Headers headers, MatchingRules rules) {
        return sample(Side.of(headers, rules));
    }

    private static Headers sample(Side side) {
        Headers sample = side.headers();
        for (String name : side.headers().names()) {
            Budget.spend(WORK);
            if (!Budget.isSpent() && !side.of(name).isEmpty() && !side.accepts(name, sample.values(name))) {
                Values values = values(name, side, true).orElse(null);
                Budget.spend(WORK * sample.names().size());
                sample = values == null ? sample : sample.with(name, ValuesInclusion.sample(values, 1));
            }
        }
        return sample;
    }

    private Optional<Difference<Headers>> difference(String name) {
        if (!inner.headers().has(name)) {
            Headers odd = sample.with(name, "anything");
            return Optional.of(new Difference<>(
                    name,
                    "nothing",
                    words(outer, name),
                    "no request or response without it shows it",
                    List.of(sample, odd)));
        }
        if (isSame(name)) {
            return Optional.empty();
        }
        boolean plain = inner.of(name).isEmpty() && (outer.of(name).isEmpty() || isPlain(name, inner));
        if (plain && outer.accepts(name, inner.headers().values(name))) {
            return Optional.empty();
        }
        Values one = values(name, inner, true).orElse(null);
        Values other = values(name, outer, false).orElse(null);
        if (one != null && other != null) {
            return ValuesInclusion.difference(name, one, other)
                    .map(found -> new Difference<>(
                            name,
                            words(inner, name),
                            words(outer, name),
                            found.reason(),
                            headers(name, found.candidates())));
        }
        return Optional.of(
                new Difference<>(name, words(inner, name), words(outer, name), REASON, headers(name, guesses(name))));
    }

    private boolean isSame(String name) {
        ValueRules one = inner.of(name);
        ValueRules other = outer.of(name);
        return inner.headers().values(name).equals(outer.headers().values(name))
                && Objects.equals(group(one.whole()), group(other.whole()))
                && Objects.equals(group(one.each()), group(other.each()))
                && groups(one.numbered()).equals(groups(other.numbered()));
    }

    private static @Nullable RuleGroup group(@Nullable Rules rules) {
        return rules == null ? null : rules.asGroup();
    }

    private static Map<Integer, RuleGroup> groups(Map<Integer, Rules> numbered) {
        Map<Integer, RuleGroup> groups = new HashMap<>();
        numbered.forEach((position, rules) -> groups.put(position, rules.asGroup()));
        return groups;
    }

    private List<Headers> headers(String name, List<List<String>> values) {
        return Copies.of(sample, sample.names().size(), values, each -> sample.with(name, each));
    }

    private List<List<String>> guesses(String name) {
        List<List<String>> guesses = new ArrayList<>();
        for (String value : inner.headers().values(name)) {
            for (String more : List.of("; charset=utf-8", "; charset=ISO-8859-1", "; x=y", "a")) {
                guesses.add(List.of(value + more));
            }
            guesses.add(List.of(value, value));
        }
        return guesses;
    }

    /** Whether without rules exactly the expected values are accepted, each as it stands. */
    private static boolean isPlain(String name, Side side) {
        boolean ofItsOwn = isMediaType(name) || name.equalsIgnoreCase("cookie");
        return !ofItsOwn
                && side.values(name).stream().noneMatch(value -> value.indexOf(',') >= 0)
                && (Headers.isList(name) || side.values(name).size() == 1);
    }

    private static boolean isMediaType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("accept") || lower.equals("content-type");
    }

    /**
     * The values of a header.
     *
     * @param wider whether more than they will do; otherwise exactly they are wanted
     */
    private static Optional<Values> values(String name, Side side, boolean wider) {
        ValueRules rules = side.of(name);
        List<String> examples = side.values(name);
        boolean everyRuled = rules.whole() != null || rules.each() != null;
        if (everyRuled || isPlain(name, side)) {
            return Optional.of(Values.of(Carrier.HEADER, examples, rules));
        }
        boolean bare = examples.stream().noneMatch(value -> value.indexOf(';') >= 0);
        return rules.isEmpty() && isMediaType(name) && (bare || wider)
                ? Optional.of(mediaTypes(examples))
                : Optional.empty();
    }

    /** A media type with any parameters. */
    private static Values mediaTypes(List<String> examples) {
        List<Texts> types = examples.stream()
                .map(value -> Texts.of(
                        RuleGroup.of(MatchingRule.regex(Pattern.quote(value.split(";", -1)[0].strip()) + "\\s*(;.*)?")),
                        JsonString.of(value),
                        Carrier.HEADER))
                .toList();
        return Values.each(Carrier.HEADER, types);
    }

    private static String words(Side side, String name) {
        return values(name, side, true)
                .filter(values -> !side.of(name).isEmpty())
                .map(ValuesInclusion::words)
                .orElseGet(() -> "'" + String.join(", ", side.headers().values(name)) + "'");
    }
}
