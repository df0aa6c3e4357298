package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.PactContent;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Decides when two pacts are the same content: equal shas share their verification results.
 *
 * <p>Only what a verification can tell apart counts: the interactions, the messages and the version of the specification; neither
 * names nor libraries, neither the order of the interactions nor that of keys, except {@linkplain MeaningfulOrder where it is looked at}. Numbers keep their text, for {@code 1} and
 * {@code 1.0} differ to a type rule.
 */
final class ContentIdentity {
    static final String ID = "_id";
    private static final String COMMENTS = "comments";
    private static final String REFERENCES = "references";

    private ContentIdentity() {}

    /**
     * Names a document, and gives every interaction and message an {@code _id} that has none.
     *
     * @param document as parsed
     * @param text as sent: a document that is no pact is named by its bytes
     */
    static PactContent of(JsonValue document, byte[] text) {
        Optional<JsonObject> pact = document.asObject().filter(ContentIdentity::isPact);
        if (pact.isEmpty()) {
            return new PactContent(new ContentSha(sha1(text)), document, 0, 0);
        }
        JsonObject stored = withIds(pact.get().without("_links"));
        return new PactContent(sha(stored), stored, size(stored, "interactions"), size(stored, "messages"));
    }

    private static boolean isPact(JsonObject document) {
        return document.array("interactions").isPresent()
                || document.array("messages").isPresent();
    }

    private static int size(JsonObject pact, String name) {
        return pact.array(name).map(JsonArray::size).orElse(0);
    }

    private static ContentSha sha(JsonObject pact) {
        String version = specification(pact);
        boolean v4 = version.startsWith("4");
        JsonObject.Builder essence = JsonObject.builder();
        pact.array("interactions").ifPresent(list -> essence.put("interactions", essence(list, v4)));
        pact.array("messages").ifPresent(list -> essence.put("messages", essence(list, v4)));
        essence.put("pactSpecificationVersion", version);
        return new ContentSha(sha1(JsonWriter.canonical(essence.build()).getBytes(StandardCharsets.UTF_8)));
    }

    private static String specification(JsonObject pact) {
        return pact.object("metadata")
                .flatMap(metadata -> version(metadata, "pactSpecification")
                        .or(() -> version(metadata, "pact-specification"))
                        .or(() -> metadata.string("pactSpecificationVersion")))
                .orElse("");
    }

    private static Optional<String> version(JsonObject metadata, String name) {
        return metadata.object(name).flatMap(specification -> specification.string("version"));
    }

    /** Sorted by text: the order in which tests ran says nothing. */
    private static JsonArray essence(JsonArray interactions, boolean v4) {
        return JsonArray.of(interactions.stream()
                .map(each -> each instanceof JsonObject object ? essence(object, v4) : JsonWriter.canonical(each))
                .sorted()
                .map(JsonString::of)
                .toList());
    }

    private static String essence(JsonObject interaction, boolean v4) {
        JsonObject own = interaction.without(ID);
        JsonObject said = v4 ? withoutRemarks(own) : own;
        JsonArray order = MeaningfulOrder.of(said);
        return JsonWriter.canonical(said) + (order.isEmpty() ? "" : order.toJson());
    }

    /** Keys and comments change no result; references alone steer what a contract is compared with. */
    private static JsonObject withoutRemarks(JsonObject interaction) {
        Optional<JsonValue> references = interaction.object(COMMENTS).flatMap(comments -> comments.get(REFERENCES));
        JsonObject rest = interaction.without("key").without(COMMENTS);
        return references
                .map(value -> rest.with(COMMENTS, JsonObject.of(REFERENCES, value)))
                .orElse(rest);
    }

    private static JsonObject withIds(JsonObject pact) {
        return withIds(withIds(pact, "interactions"), "messages");
    }

    private static JsonObject withIds(JsonObject pact, String name) {
        return pact.array(name)
                .map(list -> pact.with(
                        name,
                        JsonArray.of(list.stream().map(ContentIdentity::withId).toList())))
                .orElse(pact);
    }

    private static JsonValue withId(JsonValue interaction) {
        return interaction instanceof JsonObject object && !object.has(ID)
                ? object.with(
                        ID, JsonString.of(sha1(JsonWriter.canonical(object).getBytes(StandardCharsets.UTF_8))))
                : interaction;
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
