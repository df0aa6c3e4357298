package dev.contract.core.matching;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A compiled expectation of a request. Immutable and thread-safe. */
public final class RequestPlan {
    private final HttpRequest expected;

    RequestPlan(RequestPart part, SpecVersion version) {
        this.expected = part.example();
    }

    /** Compares a received request with the expected one. */
    public MatchResult match(HttpRequest actual) {
        List<Mismatch> mismatches = new ArrayList<>();
        if (!expected.method().equals(actual.method())) {
            mismatches.add(new Mismatch(
                    Mismatch.Kind.METHOD,
                    "",
                    expected.method(),
                    actual.method(),
                    "Expected method " + expected.method() + " but was " + actual.method()));
        }
        if (!expected.path().equals(actual.path())) {
            mismatches.add(new Mismatch(
                    Mismatch.Kind.PATH,
                    "",
                    expected.path(),
                    actual.path(),
                    "Expected path '" + expected.path() + "' but was '" + actual.path() + "'"));
        }
        if (!expected.query().equals(actual.query())) {
            mismatches.add(new Mismatch(
                    Mismatch.Kind.QUERY,
                    "",
                    expected.query().encoded(),
                    actual.query().encoded(),
                    "Expected query '" + expected.query() + "' but was '" + actual.query() + "'"));
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
