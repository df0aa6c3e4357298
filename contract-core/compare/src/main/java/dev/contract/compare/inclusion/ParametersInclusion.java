package dev.contract.compare.inclusion;

import dev.contract.compare.accept.Values;
import dev.contract.core.http.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether all parameters that one expectation accepts are accepted by another: those of a query, or the fields of a form. One comparison. */
final class ParametersInclusion {
    private final Map<String, Values> inner;
    private final Map<String, Values> outer;
    private final Query sample;
    private final boolean strict;
    private final String reason;

    private ParametersInclusion(
            Map<String, Values> inner, Map<String, Values> outer, Query sample, boolean strict, String reason) {
        this.inner = inner;
        this.outer = outer;
        this.sample = sample;
        this.strict = strict;
        this.reason = reason;
    }

    /**
     * The differences, each with whole queries that may show it.
     *
     * @param sample what the one is likely to accept
     * @param strict whether the other refuses names that it does not expect
     * @param whole what has the parameters, in words: {@code query}
     */
    static List<Difference<Query>> differences(
            Map<String, Values> inner, Map<String, Values> outer, Query sample, boolean strict, String whole) {
        ParametersInclusion inclusion =
                new ParametersInclusion(inner, outer, sample, strict, "no " + whole + " shows it");
        Set<String> names = new LinkedHashSet<>(inner.keySet());
        names.addAll(outer.keySet());
        return names.stream()
                .flatMap(name -> inclusion.difference(name).stream())
                .toList();
    }

    private List<Difference<Query>> difference(String name) {
        Values one = inner.get(name);
        Values other = outer.get(name);
        if (one != null && other != null) {
            return ValuesInclusion.difference(name, one, other).stream()
                    .map(found -> new Difference<>(
                            name, found.inner(), found.outer(), found.reason(), queries(name, found.candidates())))
                    .toList();
        }
        if (other == null && !strict) {
            return List.of();
        }
        List<List<String>> odd = one == null ? List.of(List.of("anything")) : List.of();
        return List.of(new Difference<>(name, words(one), words(other), reason, queries(name, odd)));
    }

    private static String words(@Nullable Values values) {
        return values == null ? "nothing" : ValuesInclusion.words(values);
    }

    private List<Query> queries(String name, List<List<String>> values) {
        return Copies.of(sample, sample.names().size(), values, each -> sample.with(name, new ArrayList<>(each)));
    }
}
