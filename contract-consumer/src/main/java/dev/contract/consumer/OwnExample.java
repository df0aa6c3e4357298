package dev.contract.consumer;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.MessagePlan;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.presence.WholeExample;
import dev.contract.core.problem.Problem;
import java.util.List;

/** Holds examples against their own matchers, by the plan that judges everything else, while the line that wrote them is still on the stack. */
final class OwnExample {
    /** Inside an object, for at the root of a body some matchers look at the whole document. */
    private static final String NAME = "example";

    private static final RulePath PLACE = RulePath.ROOT.then(new Field(NAME));

    private OwnExample() {}

    /** The shape as a matcher, if its example is accepted. */
    static Matcher accepted(Shape shape) {
        Draft draft = new Draft();
        JsonValue example = shape.write(draft, PLACE);
        HttpResponse response = HttpResponse.of(200).withBody(Body.json(JsonObject.of(NAME, example)));
        check("", ResponsePart.of(response, draft.addTo(MatchingRules.NONE), Generators.NONE));
        return new Matcher(shape);
    }

    static void check(RequestPart part) {
        RequestPlan plan = PlanCompiler.request(part, SpecVersion.V4);
        MatchResult result = plan.match(part.example());
        check("the request: ", plan.problems(), result);
    }

    static void check(ResponsePart part) {
        check("the response: ", part);
    }

    static void check(String place, MessagePart part) {
        MessagePlan plan = PlanCompiler.message(part, SpecVersion.V4);
        for (MessagePart each : List.of(WholeExample.withoutOptional(part), WholeExample.of(part))) {
            check(place, plan.problems(), plan.match(each.contents(), each.metadata()));
        }
    }

    private static void check(String place, ResponsePart part) {
        ResponsePlan plan = PlanCompiler.response(part, SpecVersion.V4);
        for (ResponsePart each : List.of(WholeExample.withoutOptional(part), WholeExample.of(part))) {
            check(place, plan.problems(), plan.match(each.example()));
        }
    }

    private static void check(String place, List<Problem> problems, MatchResult result) {
        List<Problem> mistakes = problems.isEmpty()
                ? result.mismatches().stream()
                        .map(mismatch -> unaccepted(place, mismatch))
                        .toList()
                : problems.stream().map(OwnExample::unusable).toList();
        if (!mistakes.isEmpty()) {
            throw Mistake.of(mistakes);
        }
    }

    private static Problem unusable(Problem problem) {
        return new Problem(
                "CONTRACT-MATCHER",
                Problem.Severity.ERROR,
                problem.what(),
                null,
                problem.found(),
                "correct the matcher");
    }

    private static Problem unaccepted(String place, Mismatch mismatch) {
        return Problem.error("CONTRACT-EXAMPLE", "an example is not accepted by its own matcher")
                .found(place + describe(mismatch))
                .mend("change the example or the matcher, so that one accepts the other");
    }

    private static String describe(Mismatch mismatch) {
        String where = mismatch.where().replace(PLACE.toString(), "$");
        return where.equals("$") || where.isEmpty() ? mismatch.message() : where + " -> " + mismatch.message();
    }
}
