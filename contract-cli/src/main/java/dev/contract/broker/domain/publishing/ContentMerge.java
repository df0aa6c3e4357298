package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.Refusal;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds the interactions of one document to another: several test runs publish parts of one contract. */
final class ContentMerge {
    private static final List<String> REQUEST = List.of("method", "path", "query", "headers", "body");

    private ContentMerge() {}

    /** @throws Refusal if both have an interaction of one name with different requests */
    static JsonObject merge(JsonObject stored, JsonObject arriving) {
        JsonObject merged = stored;
        for (String name : List.of("interactions", "messages")) {
            Optional<JsonArray> added = arriving.array(name);
            if (added.isPresent()) {
                merged = merged.with(name, merge(stored.array(name).orElse(JsonArray.EMPTY), added.get()));
            }
        }
        return merged;
    }

    private static JsonArray merge(JsonArray stored, JsonArray arriving) {
        Map<Object, JsonValue> merged = new LinkedHashMap<>();
        stored.forEach(each -> merged.put(key(each), each));
        for (JsonValue each : arriving) {
            JsonValue known = merged.get(key(each));
            if (known instanceof JsonObject before && each instanceof JsonObject after) {
                checkRequest(before, after);
            }
            merged.put(key(each), each);
        }
        return JsonArray.of(new ArrayList<>(merged.values()));
    }

    private static Object key(JsonValue interaction) {
        return interaction instanceof JsonObject object ? InteractionKey.of(object) : interaction;
    }

    private static void checkRequest(JsonObject before, JsonObject after) {
        JsonObject one = before.object("request").orElse(JsonObject.EMPTY);
        JsonObject other = after.object("request").orElse(JsonObject.EMPTY);
        for (String part : REQUEST) {
            if (!one.get(part).equals(other.get(part))) {
                throw Refusal.conflict("The interaction "
                        + Quoted.text(after.string("description").orElse(""))
                        + " is published already with another request: its " + part
                        + " differs. Give one of the two another description or provider state.");
            }
        }
    }
}
