package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.Refusal;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Several interactions may have one name: each that arrives takes the place of one with its request. */
    private static JsonArray merge(JsonArray stored, JsonArray arriving) {
        Map<Object, List<Integer>> places = new HashMap<>();
        for (int place = 0; place < stored.size(); place++) {
            places.computeIfAbsent(key(stored.get(place)), any -> new ArrayList<>())
                    .add(place);
        }
        List<JsonValue> merged = new ArrayList<>(stored.elements());
        Set<Integer> taken = new HashSet<>();
        for (JsonValue each : arriving) {
            List<Integer> named = places.getOrDefault(key(each), List.of());
            checkRequest(named.stream().map(stored::get).toList(), each);
            Optional<Integer> same = named.stream()
                    .filter(place -> !taken.contains(place)
                            && differing(stored.get(place), each).isEmpty())
                    .findFirst();
            same.ifPresentOrElse(place -> merged.set(place, each), () -> merged.add(each));
            same.ifPresent(taken::add);
        }
        return JsonArray.of(merged);
    }

    private static Object key(JsonValue interaction) {
        return interaction instanceof JsonObject object
                ? new Named(kind(object), InteractionKey.of(object))
                : interaction;
    }

    /** A message is another interaction than a request of the same name. */
    private record Named(String kind, InteractionKey key) {}

    private static String kind(JsonObject interaction) {
        return interaction.string("type").orElse("Synchronous/HTTP");
    }

    /** @throws Refusal if there are some of its name, none of which has its request */
    private static void checkRequest(List<JsonValue> named, JsonValue arriving) {
        List<Optional<String>> differing =
                named.stream().map(each -> differing(each, arriving)).toList();
        if (!differing.isEmpty() && differing.stream().allMatch(Optional::isPresent)) {
            throw Refusal.conflict("The interaction "
                    + Quoted.text(arriving.asObject()
                            .flatMap(object -> object.string("description"))
                            .orElse(""))
                    + " is published already with another request: its "
                    + differing.get(0).orElseThrow()
                    + " differs. Give one of the two another description or provider state.");
        }
    }

    /** The first part of the request in which two interactions differ. */
    private static Optional<String> differing(JsonValue before, JsonValue after) {
        JsonObject one = request(before);
        JsonObject other = request(after);
        return REQUEST.stream()
                .filter(part -> !one.get(part).equals(other.get(part)))
                .findFirst();
    }

    private static JsonObject request(JsonValue interaction) {
        return interaction
                .asObject()
                .flatMap(object -> object.object("request"))
                .orElse(JsonObject.EMPTY);
    }
}
