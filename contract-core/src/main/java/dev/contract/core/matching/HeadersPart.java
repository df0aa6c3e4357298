package dev.contract.core.matching;

import dev.contract.core.http.Headers;
import dev.contract.core.matching.rule.Rules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The headers: those that were expected, and any others. */
record HeadersPart(List<HeaderPart> headers) implements Part<Headers> {

    /** @param rules by name, whatever its case */
    static HeadersPart of(Headers expected, Map<String, Rules> rules) {
        Map<String, ValueRules> byName =
                ValueRules.byName(rules, expected.names(), new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        return new HeadersPart(expected.names().stream()
                .map(name -> HeaderPart.of(name, expected.values(name), byName.getOrDefault(name, ValueRules.NONE)))
                .toList());
    }

    @Override
    public void match(Headers actual, List<Mismatch> mismatches) {
        for (HeaderPart header : headers) {
            header.match(actual, mismatches);
        }
    }
}
