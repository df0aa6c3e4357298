package dev.contract.compare.accept;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule of which nothing is known here but that it accepts the same as an equal one: a JSON Schema, a look at bytes.
 *
 * @param example that it compares with
 */
public record Unclear(MatchingRule rule, JsonValue example) {

    /** Rules may hold rules, and examples be templates: the order of keys says something. */
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Unclear that
                && rule.type().equals(that.rule.type())
                && rule.attributes().toJson().equals(that.rule.attributes().toJson())
                && example.toJson().equals(that.example.toJson());
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, example);
    }

    /** Why nobody can say, as half a sentence. */
    public String reason() {
        return "what a rule '" + rule.type() + "'" + (rule.attributes().has("schema") ? " with a schema" : "")
                + " accepts is not known here";
    }
}
