package dev.contract.openapi.document;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A property whose value names the schema that a value obeys: one of the alternatives beside it, or one of those that extend the schema it
 * stands in.
 *
 * <p>Asked for by name, the one schema that is meant tells what is broken; {@code oneOf} would tell what is broken in all of them.
 */
record Discriminator(String property, Map<String, Node> targets) {
    /** The one of a schema; empty when it has none, or one that names nothing. */
    static Optional<Discriminator> of(Node schema, Subtypes subtypes) {
        Optional<Node> node = schema.get("discriminator");
        Optional<String> property = node.flatMap(each -> each.value().asString().or(() -> each.get("propertyName")
                .flatMap(name -> name.value().asString())));
        if (property.isEmpty()) {
            return Optional.empty();
        }
        List<Node> alternatives = Stream.concat(schema.elements("oneOf").stream(), schema.elements("anyOf").stream())
                .toList();
        Map<String, Node> targets = new LinkedHashMap<>();
        if (alternatives.isEmpty()) {
            addSubtypes(schema, subtypes, targets);
        } else if (!addAll(alternatives, targets)) {
            return Optional.empty();
        }
        node.get().entries("mapping").forEach(entry -> addMapped(entry, subtypes, targets));
        return targets.isEmpty() ? Optional.empty() : Optional.of(new Discriminator(property.get(), targets));
    }

    /** Where one of them has no name, {@code oneOf} has to decide. */
    private static boolean addAll(List<Node> alternatives, Map<String, Node> targets) {
        for (Node alternative : alternatives) {
            Optional<Node> target = alternative.reference().flatMap(reference -> alternative.resolved());
            if (target.isEmpty()) {
                return false;
            }
            targets.put(name(alternative.reference().orElseThrow()), target.get());
        }
        return true;
    }

    private static void addSubtypes(Node schema, Subtypes subtypes, Map<String, Node> targets) {
        Map<String, Node> extending = subtypes.of(schema);
        if (!extending.isEmpty()) {
            targets.put(name(schema.pointer()), schema);
            targets.putAll(extending);
        }
    }

    /** A name, or a reference. */
    private static void addMapped(Node.Entry entry, Subtypes subtypes, Map<String, Node> targets) {
        entry.node()
                .value()
                .asString()
                .flatMap(text -> subtypes.named(text)
                        .or(() -> Optional.ofNullable(
                                Reference.of(entry.node(), text).target())))
                .ifPresent(target -> targets.put(entry.name(), target));
    }

    private static String name(String reference) {
        List<String> names = Pointer.names("/" + reference);
        return names.get(names.size() - 1);
    }

    /** What it asks for, as schemas that hold together. */
    List<JsonValue> rules(Function<Node, JsonValue> reference) {
        List<JsonValue> rules = new ArrayList<>();
        JsonArray named = JsonArray.of(JsonString.of(property));
        JsonArray values =
                JsonArray.of(targets.keySet().stream().map(JsonString::of).toList());
        rules.add(JsonObject.builder()
                .put("type", "object")
                .put("required", named)
                .put("properties", JsonObject.of(property, JsonObject.of("enum", values)))
                .build());
        targets.forEach((value, target) -> rules.add(JsonObject.builder()
                .put(
                        "if",
                        JsonObject.builder()
                                .put("type", "object")
                                .put("required", named)
                                .put(
                                        "properties",
                                        JsonObject.of(property, JsonObject.of("const", JsonString.of(value))))
                                .build())
                .put("then", reference.apply(target))
                .build()));
        return rules;
    }
}
