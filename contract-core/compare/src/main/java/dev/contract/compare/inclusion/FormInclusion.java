package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Values;
import dev.contract.core.body.Body;
import dev.contract.core.http.Query;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.matching.select.RuleState;
import dev.contract.core.model.RulePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether all forms that one expectation accepts are accepted by another. One comparison. */
final class FormInclusion {
    private final ExpectedBody inner;
    private final ExpectedBody outer;
    private final Query sample;
    private final List<Difference<Body>> found = new ArrayList<>();

    private FormInclusion(ExpectedBody inner, ExpectedBody outer) {
        this.inner = inner;
        this.outer = outer;
        this.sample = fields(inner);
    }

    static List<Difference<Body>> differences(ExpectedBody inner, ExpectedBody outer) {
        FormInclusion inclusion = new FormInclusion(inner, outer);
        inclusion.compare();
        return inclusion.found;
    }

    private static Query fields(ExpectedBody form) {
        return Query.parse(form.body().text(StandardCharsets.UTF_8));
    }

    private static Map<String, Values> values(ExpectedBody form) {
        RuleState root = PathSelection.compile(form.rules(), problem -> {});
        Query fields = fields(form);
        Map<String, Values> values = new LinkedHashMap<>();
        for (String name : fields.names()) {
            RuleState field = root.field(name);
            int named = field.positions().stream()
                    .mapToInt(position -> position + 1)
                    .max()
                    .orElse(0);
            values.put(
                    name,
                    Values.of(
                            Carrier.PLAIN,
                            fields.values(name),
                            field.selected(),
                            position -> field.index(position).selected(),
                            named));
        }
        return values;
    }

    private void compare() {
        Map<String, Values> own = values(inner);
        Map<String, Values> others = values(outer);
        Set<String> names = new LinkedHashSet<>(others.keySet());
        names.addAll(own.keySet());
        for (String name : names) {
            Values one = own.get(name);
            Values other = others.get(name);
            if (one != null && other != null) {
                ValuesInclusion.difference(name, one, other)
                        .ifPresent(each -> add(
                                name,
                                each,
                                each.candidates().stream()
                                        .map(values -> sample.with(name, new ArrayList<>(values)))
                                        .toList()));
            } else if (other != null) {
                Query odd = sample.with(name, List.of("anything"));
                add(
                        name,
                        new Difference<>(name, "nothing", ValuesInclusion.words(other), "no form shows it", List.of()),
                        List.of(sample, odd));
            } else if (outer.strict()) {
                add(name, new Difference<>(name, "a field", "nothing", "no form shows it", List.of()), List.of(sample));
            }
        }
        if (outer.strict() && !inner.strict()) {
            Query more = sample.with("other", List.of("anything"));
            add(
                    "*",
                    new Difference<>("*", "fields of any name", "no other fields", "no form shows it", List.of()),
                    List.of(more));
        }
    }

    private void add(String name, Difference<?> difference, List<Query> forms) {
        List<Body> candidates = new ArrayList<>(List.of(inner.body()));
        for (Query form : forms) {
            candidates.add(Body.text(
                    Query.of(form.toMap()).encoded(), inner.body().contentType().orElse(null)));
        }
        String path = name.equals("*") ? "$.*" : "$" + RulePath.step(name);
        found.add(new Difference<>(path, difference.inner(), difference.outer(), difference.reason(), candidates));
    }
}
