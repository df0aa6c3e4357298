package dev.contract.draft;

import dev.contract.core.http.Query;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says of the parameters of queries or forms that all have the same names.
 *
 * @param rules by name
 * @param secrets the names of those that the example has not as they came
 */
record DraftedParameters(Query example, Map<String, RuleGroup> rules, List<String> secrets) {

    static DraftedParameters of(List<Query> queries, DraftSettings settings) {
        Map<String, List<@Nullable String>> example = new LinkedHashMap<>();
        Map<String, RuleGroup> rules = new LinkedHashMap<>();
        List<String> secrets = new ArrayList<>();
        for (String name : queries.get(0).names()) {
            List<@Nullable String> first = queries.get(0).values(name);
            List<String> all = new ArrayList<>();
            queries.forEach(
                    query -> query.values(name).forEach(value -> all.add(Objects.requireNonNullElse(value, ""))));
            boolean secret = settings.redact() && all.stream().anyMatch(value -> Disguise.isNeeded(name, value));
            boolean constant =
                    queries.stream().allMatch(query -> query.values(name).equals(first));
            example.put(name, secret ? List.of(Disguise.of(name, all.get(0))) : first);
            if (secret) {
                secrets.add(name);
                rules.put(name, RuleGroup.of(MatchingRule.of("type")));
            } else if (!constant) {
                rules.put(name, RuleGroup.of(Expressions.rule(all)));
            }
        }
        return new DraftedParameters(Query.of(example), rules, secrets);
    }
}
