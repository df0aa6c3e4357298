package dev.contract.draft.infer;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells objects whose keys are names from those whose keys are data. */
final class ObjectShapes {
    /** Keys that are words have to be many, and each of them rare, to be data. */
    private static final int FEWEST_WORDS = 12;

    private static final double RARE = 0.3;

    private ObjectShapes() {}

    static Shape of(List<JsonObject> objects) {
        Map<String, List<JsonValue>> byName = new LinkedHashMap<>();
        objects.forEach(object -> object.forEach((name, value) ->
                byName.computeIfAbsent(name, each -> new ArrayList<>()).add(value)));
        Set<String> names = byName.keySet();
        TextForm keys = keys(names);
        if (!names.isEmpty() && (isIdentifier(keys) || isDictionary(objects, names))) {
            InferredType value = InferredType.of(
                    byName.values().stream().flatMap(List::stream).toList());
            if (value.shapes().size() <= 1) {
                return new Shape.Entries(keys, names.iterator().next(), value);
            }
        }
        return new Shape.Fields(fields(byName, objects.size()));
    }

    private static TextForm keys(Set<String> names) {
        return names.isEmpty() ? TextForm.PLAIN : TextForm.of(List.copyOf(names));
    }

    private static boolean isIdentifier(TextForm form) {
        return switch (form) {
            case UUID, DATE, HEX, DIGITS -> true;
            case DATE_TIME_SECONDS, DATE_TIME_MILLIS, DATE_TIME, TIME, IPV4, SEMVER, EMAIL, URI, BASE64, ENUM, PLAIN ->
                false;
        };
    }

    private static boolean isDictionary(List<JsonObject> objects, Set<String> names) {
        int entries = objects.stream().mapToInt(JsonObject::size).sum();
        return names.size() >= FEWEST_WORDS && entries <= RARE * names.size() * objects.size();
    }

    private static Map<String, Shape.Field> fields(Map<String, List<JsonValue>> byName, int objects) {
        Map<String, Shape.Field> fields = new LinkedHashMap<>();
        byName.forEach(
                (name, values) -> fields.put(name, new Shape.Field(InferredType.of(values), values.size() < objects)));
        return fields;
    }
}
