package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Values;
import dev.contract.core.body.Body;
import dev.contract.core.http.Query;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.matching.select.RuleState;
import dev.contract.core.model.RulePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether all forms that one expectation accepts are accepted by another. */
final class FormInclusion {
    private FormInclusion() {}

    /** Of two bodies that are text. */
    static List<Difference<Body>> differences(ExpectedBody inner, ExpectedBody outer) {
        Query sample = fields(inner);
        Body asItIs = inner.body();
        List<Difference<Body>> found = new ArrayList<>();
        for (Difference<Query> each :
                ParametersInclusion.differences(values(inner), values(outer), sample, outer.strict(), "form")) {
            List<Body> candidates = new ArrayList<>(List.of(asItIs)); // which the sample is made of
            each.candidates().stream().skip(1).forEach(form -> candidates.add(body(form, inner)));
            String path = "$" + RulePath.step(each.path());
            found.add(new Difference<>(path, each.inner(), each.outer(), each.reason(), candidates));
        }
        if (outer.strict() && !inner.strict()) {
            Body more = body(sample.with("other", List.of("anything")), inner);
            found.add(new Difference<>(
                    "$.*", "fields of any name", "no other fields", "no form shows it", List.of(asItIs, more)));
        }
        return found;
    }

    private static Body body(Query form, ExpectedBody like) {
        return Body.text(
                Query.of(form.toMap()).encoded(), like.body().contentType().orElse(null));
    }

    private static Query fields(ExpectedBody form) {
        return Query.parse(form.text().orElse(""));
    }

    private static Map<String, Values> values(ExpectedBody form) {
        RuleState root = PathSelection.compile(form.rules(), problem -> {});
        Query fields = fields(form);
        Map<String, Values> values = new LinkedHashMap<>();
        for (String name : fields.names()) {
            RuleState field = root.field(name);
            values.put(
                    name,
                    Values.of(
                            Carrier.PLAIN,
                            fields.values(name),
                            field.selected(),
                            position -> field.index(position).selected(),
                            field.positions()));
        }
        return values;
    }
}
