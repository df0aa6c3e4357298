package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.Refusal;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import dev.contract.core.problem.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adds the interactions of one list to another: several test runs publish parts of one contract.
 *
 * <p>What is there already stays in its place. Anything else takes the place of one with its name and request that did not come again; several
 * interactions may have one name. Everything is looked up by its canonical text, so that long lists of one name take no longer than others.
 */
final class ContentMerge {
    /** The last two are of a message that asks for an answer. */
    private static final List<String> REQUEST =
            List.of("method", "path", "query", "headers", "body", "contents", "metadata");

    private final List<JsonValue> merged;
    private final Set<String> stored;
    private final Map<String, JsonValue> firstOfName = new HashMap<>();
    private final Map<String, Deque<Integer>> places = new HashMap<>();

    private ContentMerge(JsonArray stored, JsonArray arriving) {
        this.merged = new ArrayList<>(stored.elements());
        this.stored = texts(stored);
        Set<String> staying = texts(arriving);
        for (int place = 0; place < stored.size(); place++) {
            JsonValue each = stored.get(place);
            firstOfName.putIfAbsent(name(each), each);
            Deque<Integer> free = places.computeIfAbsent(nameAndRequest(each), any -> new ArrayDeque<>());
            if (!staying.contains(text(each))) {
                free.add(place);
            }
        }
    }

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
        ContentMerge merge = new ContentMerge(stored, arriving);
        arriving.forEach(merge::take);
        return JsonArray.of(merge.merged);
    }

    private void take(JsonValue arriving) {
        if (stored.contains(text(arriving))) {
            return;
        }
        Optional<JsonValue> named = Optional.ofNullable(firstOfName.get(name(arriving)));
        Optional<Deque<Integer>> free = Optional.ofNullable(places.get(nameAndRequest(arriving)));
        if (named.isPresent() && free.isEmpty()) {
            throw conflict(named.get(), arriving);
        }
        free.map(Deque::poll).ifPresentOrElse(place -> merged.set(place, arriving), () -> merged.add(arriving));
    }

    private static Refusal conflict(JsonValue before, JsonValue arriving) {
        String differing = REQUEST.stream()
                .filter(part ->
                        !request(before).get(part).equals(request(arriving).get(part)))
                .findFirst()
                .orElse("request");
        return Refusal.conflict("The interaction "
                + Quoted.text(arriving.asObject()
                        .flatMap(object -> object.string("description"))
                        .orElse(""))
                + " is published already with another request: its " + differing
                + " differs. Give one of the two another description or provider state.");
    }

    private static Set<String> texts(JsonArray interactions) {
        return interactions.stream().map(ContentMerge::text).collect(Collectors.toSet());
    }

    /** Two of one text are the same, whatever they are called here. */
    private static String text(JsonValue interaction) {
        return JsonWriter.canonical(
                interaction instanceof JsonObject object ? object.without(ContentIdentity.ID) : interaction);
    }

    /** A message is another interaction than a request of the same name. */
    private static String name(JsonValue interaction) {
        if (!(interaction instanceof JsonObject object)) {
            return JsonWriter.canonical(interaction);
        }
        InteractionKey key = InteractionKey.of(object);
        return JsonWriter.canonical(JsonArray.of(List.of(
                JsonString.of(object.string("type").orElse("Synchronous/HTTP")),
                JsonString.of(key.description()),
                key.states())));
    }

    private static String nameAndRequest(JsonValue interaction) {
        JsonObject request = request(interaction);
        JsonObject.Builder parts = JsonObject.builder();
        REQUEST.forEach(part -> request.get(part).ifPresent(value -> parts.put(part, value)));
        return name(interaction) + JsonWriter.canonical(parts.build());
    }

    private static JsonObject request(JsonValue interaction) {
        return interaction
                .asObject()
                .flatMap(object -> object.object("request"))
                .orElse(JsonObject.EMPTY);
    }
}
