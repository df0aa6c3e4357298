package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Values;
import dev.contract.core.http.Query;
import dev.contract.core.matching.ValueRules;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether all queries that one request accepts are accepted by another. One comparison. */
final class QueryInclusion {
    private final Map<String, Values> inner;
    private final Map<String, Values> outer;
    private final Query sample;
    private final List<Difference<Query>> found = new ArrayList<>();

    private QueryInclusion(Map<String, Values> inner, Map<String, Values> outer, Query sample) {
        this.inner = inner;
        this.outer = outer;
        this.sample = sample;
    }

    static List<Difference<Query>> differences(
            Query inner,
            MatchingRules innerRules,
            SpecVersion innerVersion,
            Query outer,
            MatchingRules outerRules,
            SpecVersion outerVersion) {
        if (inner.isEmpty() && outer.isEmpty()) {
            return List.of();
        }
        QueryInclusion inclusion =
                new QueryInclusion(values(inner, innerRules), values(outer, outerRules), sample(inner, innerRules));
        inclusion.compare();
        boolean asString = outerVersion == SpecVersion.V1 && outer.raw() != null;
        if (asString && !(innerVersion == SpecVersion.V1 && Objects.equals(inner.raw(), outer.raw()))) {
            inclusion.strings(inner);
        }
        return inclusion.found;
    }

    private static Map<String, Values> values(Query query, MatchingRules rules) {
        Map<String, Rules> compiled = new LinkedHashMap<>();
        rules.of(Category.QUERY).forEach((name, group) -> compiled.put(name, CompiledGroups.of(group)));
        Map<String, ValueRules> byName = ValueRules.byName(compiled, query.names(), new HashMap<>());
        Map<String, Values> values = new LinkedHashMap<>();
        for (String name : query.names()) {
            values.put(name, values(query.values(name), byName.getOrDefault(name, ValueRules.NONE)));
        }
        return values;
    }

    private static Values values(List<@Nullable String> examples, ValueRules rules) {
        int named = rules.numbered().keySet().stream()
                .mapToInt(position -> position + 1)
                .max()
                .orElse(0);
        return Values.of(Carrier.PLAIN, examples, rules.whole(), rules::at, named);
    }

    /** A query that is likely to be accepted: the example, but for what its own rules refuse. */
    static Query sample(Query query, MatchingRules rules) {
        Query sample = query;
        for (Map.Entry<String, Values> each : values(query, rules).entrySet()) {
            List<@Nullable String> own = query.values(each.getKey());
            if (!accepts(each.getValue(), own)) {
                sample = sample.with(
                        each.getKey(), new ArrayList<>(ValuesInclusion.sample(each.getValue(), own.size())));
            }
        }
        return sample;
    }

    private static boolean accepts(Values values, List<@Nullable String> texts) {
        boolean accepted = texts.size() >= values.min() && texts.size() <= values.max();
        for (int i = 0; accepted && i < texts.size(); i++) {
            String text = texts.get(i);
            accepted = values.at(i).accepts(text == null ? "" : text);
        }
        return accepted;
    }

    private void compare() {
        Set<String> names = new LinkedHashSet<>(inner.keySet());
        names.addAll(outer.keySet());
        for (String name : names) {
            Values one = inner.get(name);
            Values other = outer.get(name);
            if (one == null || other == null) {
                found.add(new Difference<>(name, words(one), words(other), "no query shows it", List.of(sample)));
            } else {
                ValuesInclusion.difference(name, one, other)
                        .ifPresent(difference -> found.add(new Difference<>(
                                name,
                                difference.inner(),
                                difference.outer(),
                                difference.reason(),
                                queries(name, difference.candidates()))));
            }
        }
    }

    private List<Query> queries(String name, List<List<String>> values) {
        List<Query> queries = new ArrayList<>(List.of(sample));
        values.forEach(each -> queries.add(sample.with(name, new ArrayList<>(each))));
        return queries;
    }

    private static String words(@Nullable Values values) {
        return values == null ? "nothing" : ValuesInclusion.words(values);
    }

    private void strings(Query example) {
        String encoded = example.encoded();
        found.add(new Difference<>(
                "",
                "the parameters in any order",
                "exactly the string of version 1.0",
                "no query shows it",
                List.of(example, Query.parse(encoded), Query.parse(encoded + "&"))));
    }
}
