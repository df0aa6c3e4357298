package dev.contract.core.matching;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.BodyFormat.Strictness;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.Category;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A compiled expectation of a response. Thread-safe. */
public final class ResponsePlan {
    private final StatusPart status;
    private final HeadersPart headers;
    private final BodyPart body;
    private final CompiledRules rules;

    ResponsePlan(ResponsePart part) {
        HttpResponse expected = part.example();
        this.rules = new CompiledRules(part.rules());
        Map<String, Rules> headerRules = rules.namedIgnoringCase(Category.HEADER);
        this.status = new StatusPart(expected.status(), rules.single(Category.STATUS));
        this.headers = HeadersPart.of(expected.headers(), headerRules);
        this.body = BodyPart.ofHttp(
                expected.body(), expected.headers(), headerRules, rules, part.presence(), Strictness.AT_LEAST_EXPECTED);
    }

    /** Compares a received response with the expected one. */
    public MatchResult match(HttpResponse actual) {
        List<Mismatch> mismatches = new ArrayList<>();
        status.match(actual, mismatches);
        headers.match(actual.headers(), mismatches);
        body.match(ActualBody.of(actual.body(), actual.headers()), mismatches);
        return mismatches.isEmpty() ? MatchResult.MATCH : new MatchResult(mismatches);
    }

    /** The rules of the expectation that could not be used, and what is wrong with its example. */
    public List<Problem> problems() {
        return rules.problems();
    }
}
