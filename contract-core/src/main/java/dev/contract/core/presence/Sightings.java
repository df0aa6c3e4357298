package dev.contract.core.presence;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** In how many of the objects that came there was each optional field. Thread-safe. */
public final class Sightings {
    private Sightings() {}

    /**
     * How often one optional field was there.
     *
     * @param path of the field, as the contract has it: {@code $.items[*].note}
     * @param seen objects that had it
     * @param missing objects that had not
     */
    public record Sighting(String path, int seen, int missing) {}

    /** What a body that came says of each optional field, in the order of the contract; of a body that is no JSON nothing is said. */
    public static List<Sighting> in(Body actual, Presence presence) {
        if (presence.optional().isEmpty() || !actual.isPresent()) {
            return List.of();
        }
        try {
            return in(JsonReader.read(actual.bytes()), presence);
        } catch (JsonSyntaxException e) {
            return List.of();
        }
    }

    private static List<Sighting> in(JsonValue actual, Presence presence) {
        List<Sighting> sightings = new ArrayList<>();
        presence.optional().keySet().forEach(path -> {
            int[] counts = new int[2];
            count(actual, path.tokens(), counts);
            sightings.add(new Sighting(path.toString(), counts[0], counts[1]));
        });
        return sightings;
    }

    private static void count(JsonValue place, List<Token> path, int[] counts) {
        Token step = path.get(0);
        List<Token> rest = path.subList(1, path.size());
        if (rest.isEmpty() && step instanceof Field field) {
            if (place instanceof JsonObject object) {
                counts[object.has(field.name()) ? 0 : 1]++;
            }
        } else if (place instanceof JsonObject object) {
            below(object, step).forEach(value -> count(value, rest, counts));
        } else if (place instanceof JsonArray array) {
            below(array, step).forEach(value -> count(value, rest, counts));
        }
    }

    private static Stream<JsonValue> below(JsonObject object, Token step) {
        if (step instanceof Field field) {
            return object.get(field.name()).stream();
        }
        return step instanceof AnyEntry ? IntStream.range(0, object.size()).mapToObj(object::valueAt) : Stream.empty();
    }

    private static Stream<JsonValue> below(JsonArray array, Token step) {
        if (step instanceof Index index) {
            return index.position() < array.size() ? Stream.of(array.get(index.position())) : Stream.empty();
        }
        return step instanceof AnyEntry || step instanceof AnyIndex ? array.stream() : Stream.empty();
    }
}
