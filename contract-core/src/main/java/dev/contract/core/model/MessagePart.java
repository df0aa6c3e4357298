package dev.contract.core.model;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonObject;
import java.util.Optional;

/**
 * An expected message: example contents and metadata, and what may differ from them. Rules and generators for the contents are in
 * category {@link Category#BODY}, whatever the file called it.
 *
 * <p>Immutable.
 *
 * @param metadata values of any kind of JSON
 * @param extra attributes of the file that this model has no place for
 */
public record MessagePart(
        Body contents, JsonObject metadata, MatchingRules rules, Generators generators, JsonObject extra) {

    public static MessagePart of(Body contents, JsonObject metadata) {
        return new MessagePart(contents, metadata, MatchingRules.NONE, Generators.NONE, JsonObject.EMPTY);
    }

    /** What the metadata of a message say of its contents' type; empty when they do not name one. */
    public static Optional<ContentType> contentType(JsonObject metadata) {
        return metadata.names().stream()
                .filter(MessagePart::namesContentType)
                .flatMap(name -> metadata.string(name).stream())
                .flatMap(text -> ContentType.parse(text).stream())
                .findFirst();
    }

    /** Whether metadata of this name are the content type: {@code contentType} or {@code Content-Type}, in any case. */
    public static boolean namesContentType(String name) {
        return name.equalsIgnoreCase("contentType") || name.equalsIgnoreCase("Content-Type");
    }

    /** What is agreed on keys of the body beyond its example. */
    public Presence presence() {
        return Presence.in(extra);
    }
}
