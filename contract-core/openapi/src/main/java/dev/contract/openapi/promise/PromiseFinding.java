package dev.contract.openapi.promise;

import dev.contract.openapi.document.Node;
import dev.contract.openapi.document.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a consumer relies on, or sends, and a document does not say.
 *
 * <p>Immutable.
 *
 * @param sentence what the document asks for, or does not know, on one line
 * @param where in the interaction: {@code response.body.items[0].id}, {@code request.query.limit}
 * @param found what stands there, as JSON or as it stands; empty when the sentence says it
 * @param operation which operation was looked at; empty when there is none
 * @param place where the document speaks of it
 */
public record PromiseFinding(
        PromiseCode code,
        String sentence,
        String where,
        @Nullable String found,
        Optional<Operation> operation,
        Node place) {}
