package dev.contract.core.report;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The expected and the actual body as JSON, as far as they are; values are looked up by path. */
final class Bodies {
    private final @Nullable JsonValue expected;
    private final @Nullable JsonValue actual;

    private Bodies(@Nullable JsonValue expected, @Nullable JsonValue actual) {
        this.expected = expected;
        this.actual = actual;
    }

    static Bodies of(Body expected, Body actual) {
        return new Bodies(expected.readJson().orElse(null), actual.readJson().orElse(null));
    }

    /** The example of a key; where the actual list is longer than the example's, the example's first element stands for all. */
    Optional<JsonValue> expected(String parent, String key) {
        return child(find(expected, parent), key);
    }

    Optional<JsonValue> actual(String parent, String key) {
        return child(find(actual, parent), key);
    }

    private static Optional<JsonValue> child(Optional<JsonValue> parent, String key) {
        return parent.flatMap(JsonValue::asObject).flatMap(object -> object.get(key));
    }

    private static Optional<JsonValue> find(@Nullable JsonValue root, String path) {
        return RulePath.parse(path).flatMap(parsed -> {
            Optional<JsonValue> value = Optional.ofNullable(root);
            for (RulePath.Token token : parsed.tokens()) {
                value = value.flatMap(each -> step(each, token));
            }
            return value;
        });
    }

    private static Optional<JsonValue> step(JsonValue value, RulePath.Token token) {
        if (token instanceof RulePath.Field field && value instanceof JsonObject object) {
            return object.get(field.name());
        }
        if (token instanceof RulePath.Index index && value instanceof JsonArray array && !array.isEmpty()) {
            return Optional.of(array.get(index.position() < array.size() ? index.position() : 0));
        }
        return Optional.empty();
    }
}
