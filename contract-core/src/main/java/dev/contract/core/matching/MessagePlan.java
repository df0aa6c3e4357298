package dev.contract.core.matching;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Category;
import dev.contract.core.model.MessagePart;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled expectation of a message. Thread-safe. */
public final class MessagePlan {
    private final MetadataPart metadata;
    private final BodyPart contents;
    private final CompiledRules rules;

    MessagePlan(MessagePart part) {
        this.rules = new CompiledRules(part.rules());
        this.metadata = new MetadataPart(part.metadata(), rules.named(Category.METADATA));
        this.contents =
                BodyPart.ofMessage(part.contents(), typeOf(part.contents(), part.metadata()), rules, part.presence());
    }

    private static @Nullable ContentType typeOf(Body contents, JsonObject metadata) {
        return contents.contentType()
                .or(() -> MessagePart.contentType(metadata))
                .orElse(null);
    }

    /** Compares a received message with the expected one. */
    public MatchResult match(Body actual, JsonObject actualMetadata) {
        List<Mismatch> mismatches = new ArrayList<>();
        metadata.match(actualMetadata, mismatches);
        contents.match(ActualBody.of(actual, typeOf(actual, actualMetadata)), mismatches);
        return mismatches.isEmpty() ? MatchResult.MATCH : new MatchResult(mismatches);
    }

    /** The rules of the expectation that could not be used, and what is wrong with its example. */
    public List<Problem> problems() {
        return rules.problems();
    }
}
