package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.PactContent;
import dev.contract.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A content that has a name already: another broker gave it, by a rule of its own, and results and links go by it. */
public final class ForeignContent {
    private static final Set<String> OF_THE_BROKER = Set.of("_links", "_embedded", "createdAt");

    private ForeignContent() {}

    /** A pact as a broker hands it out, under the name that it has there. */
    public static PactContent of(JsonObject fetched, String sha) {
        JsonObject document = fetched.without(OF_THE_BROKER);
        return ContentIdentity.of(document, document.toJson().getBytes(StandardCharsets.UTF_8))
                .named(new ContentSha(sha));
    }
}
