package dev.contract.core.model;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonObject;

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
}
