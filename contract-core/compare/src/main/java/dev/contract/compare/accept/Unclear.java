package dev.contract.compare.accept;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;

/**
 * A rule of which nothing is known here but that it accepts the same as an equal one: a JSON Schema, a look at bytes.
 *
 * @param example that it compares with
 */
public record Unclear(MatchingRule rule, JsonValue example) {

    /** Why nobody can say, as half a sentence. */
    public String reason() {
        return "what a rule '" + rule.type() + "'" + (rule.attributes().has("schema") ? " with a schema" : "")
                + " accepts is not known here";
    }
}
