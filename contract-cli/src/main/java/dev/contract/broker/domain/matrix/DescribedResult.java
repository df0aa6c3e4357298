package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Comparison;
import dev.contract.broker.domain.ProviderContract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a pact from what a provider version says of itself: that its own tests hold it to a document, and that the document
 * describes all that the pact relies on.
 *
 * @param comparison null while it was not made
 */
public record DescribedResult(
        ProviderContract contract, @Nullable Comparison comparison) {

    /** Whether it works; null when nobody knows, for that takes both: a document that nobody tested says nothing. */
    @Nullable
    Boolean success() {
        Boolean selfVerified = contract.selfVerified();
        if (selfVerified == null || !selfVerified) {
            return selfVerified;
        }
        return comparison == null ? null : comparison.compatible();
    }

    Instant at() {
        return comparison == null ? contract.createdAt() : comparison.comparedAt();
    }
}
