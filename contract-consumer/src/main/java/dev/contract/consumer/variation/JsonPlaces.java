package dev.contract.consumer.variation;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Documents with one place changed. Where a path leads nowhere, the document stays as it is. */
final class JsonPlaces {
    private JsonPlaces() {}

    static JsonValue replace(JsonValue root, List<Token> path, JsonValue value) {
        if (path.isEmpty()) {
            return value;
        }
        Token last = path.get(path.size() - 1);
        return change(root, path.subList(0, path.size() - 1), owner -> put(owner, last, value));
    }

    static JsonValue remove(JsonValue root, List<Token> path) {
        Token last = path.get(path.size() - 1);
        return change(
                root,
                path.subList(0, path.size() - 1),
                owner -> owner instanceof JsonObject object && last instanceof Field field
                        ? object.without(field.name())
                        : owner);
    }

    private static JsonValue put(JsonValue owner, Token step, JsonValue value) {
        if (step instanceof Field field && owner instanceof JsonObject object) {
            return object.with(field.name(), value);
        }
        return change(owner, List.of(step), old -> value);
    }

    private static JsonValue change(JsonValue place, List<Token> path, UnaryOperator<JsonValue> changed) {
        if (path.isEmpty()) {
            return changed.apply(place);
        }
        Token step = path.get(0);
        List<Token> rest = path.subList(1, path.size());
        if (step instanceof Field field && place instanceof JsonObject object && object.has(field.name())) {
            return object.with(field.name(), change(object.get(field.name()).orElseThrow(), rest, changed));
        }
        if (!(place instanceof JsonArray array)) {
            return place;
        }
        List<JsonValue> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            boolean meant = step instanceof AnyIndex || step.equals(new Index(i));
            elements.add(meant ? change(array.get(i), rest, changed) : array.get(i));
        }
        return JsonArray.of(elements);
    }
}
