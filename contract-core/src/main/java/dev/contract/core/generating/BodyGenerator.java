package dev.contract.core.generating;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A generator for all values of a body at one path, or for the keys of the objects there. Places that the body does not have stay
 * missing.
 */
record BodyGenerator(RulePath path, boolean ofKeys, UsableGenerator generator) {

    /** The body with fresh values. */
    JsonValue applyTo(JsonValue body) {
        return replaced(body, 0);
    }

    /** For bodies that have a list of values under each name: a name alone means all of them. */
    BodyGenerator inListOfValues() {
        boolean name = !ofKeys && path.tokens().size() == 1;
        return name ? new BodyGenerator(path.then(new AnyIndex()), false, generator) : this;
    }

    private JsonValue replaced(JsonValue value, int depth) {
        if (depth == path.tokens().size()) {
            return ofKeys ? withFreshKeys(value) : generator.generate(value).orElse(value);
        }
        Token token = path.tokens().get(depth);
        if (value instanceof JsonObject object) {
            return replaced(object, token, depth + 1);
        }
        return value instanceof JsonArray array ? replaced(array, token, depth + 1) : value;
    }

    private JsonObject replaced(JsonObject object, Token token, int depth) {
        JsonObject.Builder fresh = JsonObject.builder();
        object.forEach((name, value) -> fresh.put(name, isMeant(name, token) ? replaced(value, depth) : value));
        return fresh.build();
    }

    private JsonArray replaced(JsonArray array, Token token, int depth) {
        List<JsonValue> fresh = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonValue value = array.get(i);
            fresh.add(isMeant(i, token) ? replaced(value, depth) : value);
        }
        return JsonArray.of(fresh);
    }

    private static boolean isMeant(String name, Token token) {
        return token instanceof AnyEntry || token.equals(new Field(name));
    }

    private static boolean isMeant(int position, Token token) {
        return token instanceof AnyEntry || token instanceof AnyIndex || token.equals(new Index(position));
    }

    private JsonValue withFreshKeys(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject.Builder fresh = JsonObject.builder();
        object.forEach((name, each) -> {
            JsonValue key = generator.generate(JsonString.of(name)).orElse(JsonString.of(name));
            fresh.put(key.text(), each);
        });
        return fresh.build();
    }
}
