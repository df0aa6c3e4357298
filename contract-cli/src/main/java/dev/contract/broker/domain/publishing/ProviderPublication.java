package dev.contract.broker.domain.publishing;

import dev.contract.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A provider version with its document, as a build publishes it.
 *
 * @param content the bytes of the document
 * @param selfVerified whether the provider's own tests passed; null when nobody said
 * @param selfVerification what was said of these tests; empty when nothing was
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
public record ProviderPublication(
        Build build,
        String contentType,
        byte[] content,
        @Nullable Boolean selfVerified,
        JsonObject selfVerification) {}
