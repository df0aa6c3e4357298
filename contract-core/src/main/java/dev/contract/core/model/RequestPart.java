package dev.contract.core.model;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonObject;

/**
 * An expected request: an example, and what may differ from it.
 *
 * <p>Immutable.
 *
 * @param extra attributes of the file that this model has no place for
 */
public record RequestPart(HttpRequest example, MatchingRules rules, Generators generators, JsonObject extra) {

    public static RequestPart of(HttpRequest example) {
        return new RequestPart(example, MatchingRules.NONE, Generators.NONE, JsonObject.EMPTY);
    }

    public static RequestPart of(HttpRequest example, MatchingRules rules, Generators generators) {
        return new RequestPart(example, rules, generators, JsonObject.EMPTY);
    }
}
