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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether all queries that one request accepts are accepted by another. */
final class QueryInclusion {
    private QueryInclusion() {}

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
        List<Difference<Query>> found = new ArrayList<>(ParametersInclusion.differences(
                values(inner, innerRules), values(outer, outerRules), sample(inner, innerRules), true, "query"));
        boolean asString = outerVersion == SpecVersion.V1 && outer.raw() != null;
        if (asString && !(innerVersion == SpecVersion.V1 && Objects.equals(inner.raw(), outer.raw()))) {
            found.add(string(inner));
        }
        return found;
    }

    private static Map<String, Values> values(Query query, MatchingRules rules) {
        Map<String, Rules> compiled = new LinkedHashMap<>();
        rules.of(Category.QUERY).forEach((name, group) -> compiled.put(name, CompiledGroups.of(group)));
        Map<String, ValueRules> byName = ValueRules.byName(compiled, query.names(), new HashMap<>());
        Map<String, Values> values = new LinkedHashMap<>();
        for (String name : query.names()) {
            values.put(name, Values.of(Carrier.PLAIN, query.values(name), byName.getOrDefault(name, ValueRules.NONE)));
        }
        return values;
    }

    /** A query that is likely to be accepted: the example, but for what its own rules refuse. */
    static Query sample(Query query, MatchingRules rules) {
        Map<String, List<@Nullable String>> sample = new LinkedHashMap<>(query.toMap());
        values(query, rules).forEach((name, values) -> {
            List<@Nullable String> own = query.values(name);
            if (!accepts(values, own)) {
                sample.put(name, new ArrayList<>(ValuesInclusion.sample(values, own.size())));
            }
        });
        return sample.equals(query.toMap()) ? query : Query.of(sample);
    }

    private static boolean accepts(Values values, List<@Nullable String> texts) {
        boolean accepted = texts.size() >= values.min() && texts.size() <= values.max();
        for (int i = 0; accepted && i < texts.size(); i++) {
            String text = texts.get(i);
            accepted = values.at(i).accepts(text == null ? "" : text);
        }
        return accepted;
    }

    private static Difference<Query> string(Query example) {
        String encoded = example.encoded();
        return new Difference<>(
                "",
                "the parameters in any order",
                "exactly the string of version 1.0",
                "no query shows it",
                List.of(example, Query.parse(encoded), Query.parse(encoded + "&")));
    }
}
