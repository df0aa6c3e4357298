package dev.contract.core.matching;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A compiled expectation of a response. Immutable and thread-safe. */
public final class ResponsePlan {
    private final HttpResponse expected;

    ResponsePlan(ResponsePart part, SpecVersion version) {
        this.expected = part.example();
    }

    /** Compares a received response with the expected one. */
    public MatchResult match(HttpResponse actual) {
        List<Mismatch> mismatches = new ArrayList<>();
        if (expected.status() != actual.status()) {
            mismatches.add(new Mismatch(
                    Mismatch.Kind.STATUS,
                    "",
                    Integer.toString(expected.status()),
                    Integer.toString(actual.status()),
                    "Expected status " + expected.status() + " but was " + actual.status()));
        }
        FirstComparison.headers(expected.headers(), actual.headers(), mismatches);
        FirstComparison.body(expected.body(), actual.body(), mismatches);
        return new MatchResult(mismatches);
    }

    /** The rules of the expectation that could not be used. */
    public List<Problem> problems() {
        return List.of();
    }
}
