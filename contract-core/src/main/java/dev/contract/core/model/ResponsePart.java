package dev.contract.core.model;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;

/**
 * An expected response: an example, and what may differ from it.
 *
 * <p>Immutable.
 *
 * @param extra attributes of the file that this model has no place for
 */
public record ResponsePart(HttpResponse example, MatchingRules rules, Generators generators, JsonObject extra) {

    public static ResponsePart of(HttpResponse example) {
        return new ResponsePart(example, MatchingRules.NONE, Generators.NONE, JsonObject.EMPTY);
    }

    public static ResponsePart of(HttpResponse example, MatchingRules rules, Generators generators) {
        return new ResponsePart(example, rules, generators, JsonObject.EMPTY);
    }

    /** What is agreed on keys of the body beyond its example. */
    public Presence presence() {
        return Presence.in(extra);
    }
}
