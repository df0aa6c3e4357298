package dev.contract.core.matching;

import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;

/**
 * Compiles expected parts into plans: once per interaction, so that matching itself parses, sorts and looks up nothing.
 *
 * <pre>{@code
 * RequestPlan plan = PlanCompiler.request(interaction.request(), contract.version());
 * MatchResult result = plan.match(received);
 * }</pre>
 *
 * <p>A rule that cannot be used (unknown, broken path or regex) is a problem of the plan, never an exception. Thread-safe.
 */
public final class PlanCompiler {
    private PlanCompiler() {}

    /** The plan of a request: strict about what was not expected. */
    public static RequestPlan request(RequestPart expected, SpecVersion version) {
        return new RequestPlan(expected, version);
    }

    /** The plan of a response: more than was expected is fine where the specification allows it. */
    public static ResponsePlan response(ResponsePart expected, SpecVersion version) {
        return new ResponsePlan(expected);
    }

    /** The plan of a message: contents are judged as those of a response. */
    public static MessagePlan message(MessagePart expected, SpecVersion version) {
        return new MessagePlan(expected);
    }
}
