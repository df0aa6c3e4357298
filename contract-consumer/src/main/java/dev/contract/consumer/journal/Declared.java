package dev.contract.consumer.journal;

import dev.contract.core.model.HttpInteraction;

/** What a test holds of an interaction that it has declared: enough to ask a {@link Journal} for its requests. */
@FunctionalInterface
public interface Declared {
    HttpInteraction interaction();
}
