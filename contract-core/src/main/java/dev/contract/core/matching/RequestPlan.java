package dev.contract.core.matching;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.BodyFormat.Strictness;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.Category;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A compiled expectation of a request. Thread-safe. */
public final class RequestPlan {
    private final List<Part<HttpRequest>> head;
    private final HeadersPart headers;
    private final BodyPart body;
    private final CompiledRules rules;

    RequestPlan(RequestPart part, SpecVersion version) {
        HttpRequest expected = part.example();
        this.rules = new CompiledRules(part.rules());
        Map<String, Rules> headerRules = rules.namedIgnoringCase(Category.HEADER);
        this.headers = HeadersPart.of(expected.headers(), headerRules);
        this.head = List.of(
                new MethodPart(expected.method()),
                PathPart.of(expected.path(), rules.single(Category.PATH)),
                QueryPart.of(expected.query(), rules.named(Category.QUERY), version),
                (actual, mismatches) -> headers.match(actual.headers(), mismatches));
        this.body = BodyPart.ofHttp(
                expected.body(),
                expected.headers(),
                headerRules,
                rules,
                Presence.NONE,
                Strictness.NO_MORE_THAN_EXPECTED);
    }

    /** Compares a received request with the expected one. */
    public MatchResult match(HttpRequest actual) {
        return match(actual, ActualBody.of(actual.body(), actual.headers()));
    }

    /**
     * Compares a received request with the expected one.
     *
     * @param actualBody the body of that request: share it between plans, and it is parsed once
     */
    public MatchResult match(HttpRequest actual, ActualBody actualBody) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (Part<HttpRequest> part : head) {
            part.match(actual, mismatches);
        }
        body.match(actualBody, mismatches);
        return mismatches.isEmpty() ? MatchResult.MATCH : new MatchResult(mismatches);
    }

    /**
     * Whether a received request is the expected one. As {@code match(…).matches()}, but over at the first difference.
     *
     * @param actualBody the body of that request: share it between plans, and it is parsed once, or not at all
     */
    public boolean accepts(HttpRequest actual, ActualBody actualBody) {
        List<Mismatch> mismatches = new ArrayList<>(0);
        for (Part<HttpRequest> part : head) {
            part.match(actual, mismatches);
            if (!mismatches.isEmpty()) {
                return false;
            }
        }
        return body.accepts(actualBody);
    }

    /** What every request has that is accepted; not all of that, but what is found easily. */
    public List<Pin> pins() {
        List<Pin> pins = new ArrayList<>();
        head.forEach(part -> part.pin(pins::add));
        headers.pin(pins::add);
        body.pin(pins::add);
        return pins;
    }

    /** The rules of the expectation that could not be used, and what is wrong with its example. */
    public List<Problem> problems() {
        return rules.problems();
    }
}
