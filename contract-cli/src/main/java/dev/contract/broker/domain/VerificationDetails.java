package dev.contract.broker.domain;

import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a verifier told beside success and failure, kept as it was sent. */
public record VerificationDetails(
        @Nullable JsonValue testResults, @Nullable JsonValue verifiedBy) {
    public static final VerificationDetails NONE = new VerificationDetails(null, null);
}
