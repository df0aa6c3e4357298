package dev.contract.core.matching;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A compiled expectation of a message. Immutable and thread-safe. */
public final class MessagePlan {
    private final MessagePart expected;

    MessagePlan(MessagePart part, SpecVersion version) {
        this.expected = part;
    }

    /** Compares a received message with the expected one. */
    public MatchResult match(Body contents, JsonObject metadata) {
        List<Mismatch> mismatches = new ArrayList<>();
        expected.metadata().forEach((name, value) -> {
            if (!metadata.get(name).equals(java.util.Optional.of(value))) {
                mismatches.add(new Mismatch(
                        Mismatch.Kind.METADATA,
                        name,
                        value.toJson(),
                        metadata.get(name).map(Object::toString).orElse(null),
                        "Expected message metadata '" + name + "' to have value '" + value + "'"));
            }
        });
        FirstComparison.body(expected.contents(), contents, mismatches);
        return new MatchResult(mismatches);
    }

    /** The rules of the expectation that could not be used. */
    public List<Problem> problems() {
        return List.of();
    }
}
