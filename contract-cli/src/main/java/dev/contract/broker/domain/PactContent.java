package dev.contract.broker.domain;

import dev.contract.core.json.JsonValue;

/** A document with the name that its content has. */
public record PactContent(ContentSha sha, JsonValue document, int interactions, int messages) {
    /** The rule by which {@link #sha} was made: kept beside it, so that the rule can change one day. */
    public static final int SHA_RULE = 1;
}
