package dev.contract.core.matching;

import dev.contract.core.http.Headers;
import dev.contract.core.matching.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The headers: those that were expected, and any others. */
record HeadersPart(List<HeaderPart> headers) implements Part<Headers> {

    /** @param rules by name, whatever its case */
    static HeadersPart of(Headers expected, Map<String, Rules> rules) {
        Map<String, ValueRules> byName = rules.isEmpty()
                ? Map.of()
                : ValueRules.byName(rules, expected.names(), new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        List<HeaderPart> headers = new ArrayList<>();
        expected.forEach(
                (name, values) -> headers.add(HeaderPart.of(name, values, byName.getOrDefault(name, ValueRules.NONE))));
        return new HeadersPart(headers);
    }

    @Override
    public void match(Headers actual, List<Mismatch> mismatches) {
        for (HeaderPart header : headers) {
            header.match(actual, mismatches);
        }
    }

    @Override
    public void pin(Consumer<Pin> pins) {
        headers.forEach(header -> header.pin(pins));
    }
}
