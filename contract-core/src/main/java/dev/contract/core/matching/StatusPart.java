package dev.contract.core.matching;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.matching.rule.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status, a number to its rules. */
record StatusPart(int expected, @Nullable Rules rules) implements Part<HttpResponse> {

    @Override
    public void match(HttpResponse actual, List<Mismatch> mismatches) {
        for (String sentence : refusals(actual.status())) {
            mismatches.add(new Mismatch(
                    Mismatch.Kind.STATUS, "", Integer.toString(expected), Integer.toString(actual.status()), sentence));
        }
    }

    private List<String> refusals(int status) {
        if (rules != null) {
            return rules.refusals(JsonNumber.of(expected), JsonNumber.of(status));
        }
        return status == expected ? List.of() : List.of("Expected status " + expected + " but was " + status);
    }
}
