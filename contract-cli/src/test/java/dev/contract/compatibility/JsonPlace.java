package dev.contract.compatibility;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;

/** The value at a path of a JSON body: {@code $.one}. */
final class JsonPlace {
    private JsonPlace() {}

    static JsonValue of(String path, Body body) {
        return of(path, JsonReader.read(body.bytes()));
    }

    static JsonValue of(String path, JsonValue root) {
        JsonValue value = root;
        for (Token token : RulePath.parse(path).orElseThrow().tokens()) {
            value = token instanceof Index index
                    ? value.asArray().orElseThrow().get(index.position())
                    : value.asObject().orElseThrow().get(((Field) token).name()).orElseThrow();
        }
        return value;
    }
}
