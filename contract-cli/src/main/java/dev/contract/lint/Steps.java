package dev.contract.lint;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.Optional;

/** One way through a JSON value: where a path has a star, to the first element. */
final class Steps {
    private Steps() {}

    /** The value at the end of a path; empty when the path ends before. */
    static Optional<JsonValue> walk(JsonValue root, RulePath path) {
        Optional<JsonValue> found = Optional.of(root);
        for (Token token : path.tokens()) {
            found = found.flatMap(value -> step(value, token));
        }
        return found;
    }

    /** What one step leads to. */
    static Optional<JsonValue> step(JsonValue value, Token token) {
        if (token instanceof Field field) {
            return value.asObject().flatMap(object -> object.get(field.name()));
        }
        int position = token instanceof Index index ? index.position() : 0;
        boolean known = token instanceof Index || token instanceof AnyIndex;
        return value.asArray().filter(array -> known && position < array.size()).map(array -> array.get(position));
    }
}
