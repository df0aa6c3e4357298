package dev.contract.compare.edit;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields of a body that change, all at once: each path is that of before, so that two names may be swapped. */
record FieldChanges(List<Alteration.OfField> all) {

    static FieldChanges of(List<Edit> edits) {
        return new FieldChanges(edits.stream()
                .map(Edit::alteration)
                .filter(Alteration.OfField.class::isInstance)
                .map(Alteration.OfField.class::cast)
                .toList());
    }

    /** The body that comes in place of another; the same instance when none of its fields is concerned. */
    JsonValue of(JsonValue body) {
        JsonValue changed = changed(
                body,
                all.stream().filter(each -> !each.path().steps().isEmpty()).toList(),
                0);
        for (Alteration.OfField each : all) {
            changed = each.path().steps().isEmpty() ? each.valueAfter(changed) : changed;
        }
        return changed;
    }

    /** An entry of an object, or an element of an array under its position. */
    private record Entry(String name, JsonValue value) {
        boolean isSame(Entry other) {
            return value == other.value && name.equals(other.name);
        }
    }

    /** A value, by those changes whose steps up to here lead to it. */
    private static JsonValue changed(JsonValue value, List<Alteration.OfField> leading, int depth) {
        if (leading.isEmpty()) {
            return value;
        }
        if (value instanceof JsonObject object) {
            return changed(object, leading, depth);
        }
        return value instanceof JsonArray array ? changed(array, leading, depth) : value;
    }

    private static JsonValue changed(JsonObject object, List<Alteration.OfField> leading, int depth) {
        boolean isChanged = false;
        Map<String, List<Alteration.OfField>> byStep = byStep(leading, depth);
        Map<String, JsonValue> entries = new LinkedHashMap<>();
        for (int i = 0; i < object.size(); i++) {
            Entry before = new Entry(object.nameAt(i), object.valueAt(i));
            Optional<Entry> after = changed(before, byStep, depth);
            isChanged |= after.filter(before::isSame).isEmpty();
            after.ifPresent(each -> put(entries, each, before.name()));
        }
        return isChanged ? JsonObject.of(entries) : object;
    }

    /** What has got its name only now takes it from what has had it. */
    private static void put(Map<String, JsonValue> entries, Entry entry, String formerName) {
        if (entry.name().equals(formerName)) {
            entries.putIfAbsent(entry.name(), entry.value());
        } else {
            entries.put(entry.name(), entry.value());
        }
    }

    private static JsonValue changed(JsonArray array, List<Alteration.OfField> leading, int depth) {
        boolean isChanged = false;
        Map<String, List<Alteration.OfField>> byStep = byStep(leading, depth);
        List<JsonValue> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Optional<JsonValue> after = changed(new Entry(Integer.toString(i), array.get(i)), byStep, depth)
                    .map(Entry::value);
            isChanged |= after.isEmpty() || after.get() != array.get(i);
            after.ifPresent(elements::add);
        }
        return isChanged ? JsonArray.of(elements) : array;
    }

    /** So that each of many entries finds its own among as many changes. */
    private static Map<String, List<Alteration.OfField>> byStep(List<Alteration.OfField> leading, int depth) {
        return leading.stream()
                .collect(Collectors.groupingBy(each -> each.path().steps().get(depth)));
    }

    /** What is said of every entry comes before what is said of one by its name. */
    private static Optional<Entry> changed(Entry entry, Map<String, List<Alteration.OfField>> byStep, int depth) {
        List<Alteration.OfField> here = Stream.of(FieldPath.EACH, entry.name())
                .distinct()
                .flatMap(step -> byStep.getOrDefault(step, List.of()).stream())
                .toList();
        List<Alteration.OfField> deeper = here.stream()
                .filter(each -> each.path().steps().size() > depth + 1)
                .toList();
        Optional<String> name = Optional.of(entry.name());
        JsonValue value = changed(entry.value(), deeper, depth + 1);
        for (Alteration.OfField each : here) {
            if (each.path().steps().size() == depth + 1) {
                name = name.flatMap(each::nameAfter);
                value = each.valueAfter(value);
            }
        }
        JsonValue changed = value;
        return name.map(known -> new Entry(known, changed));
    }
}
