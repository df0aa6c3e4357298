package dev.contract.broker.domain;

import dev.contract.core.json.JsonValue;

/**
 * A document with the name that its content has.
 *
 * @param identity the name by our own rule: the same as {@code sha}, unless another broker named the content
 */
public record PactContent(ContentSha sha, ContentSha identity, JsonValue document, int interactions, int messages) {
    /** The rule by which {@link #identity} was made: kept beside it, so that the rule can change one day. */
    public static final int SHA_RULE = 1;

    /** A content that our own rule named. */
    public PactContent(ContentSha sha, JsonValue document, int interactions, int messages) {
        this(sha, sha, document, interactions, messages);
    }

    /** The same under another name. */
    public PactContent named(ContentSha other) {
        return new PactContent(other, identity, document, interactions, messages);
    }
}
