package dev.contract.broker.domain.publishing;

import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.select.Ties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a verification looks at the order in which an interaction has its keys. Nearly everywhere it does not; but of rules that are
 * equally specific the first one counts, under {@code values} the first entry of an example stands for all, generators make their values
 * one after the other, and JSON that is not declared as such may be compared as text. One interaction.
 */
final class MeaningfulOrder {
    private static final String RULES = "matchingRules";
    private static final String GENERATORS = "generators";
    private static final Set<String> BODIES = Set.of("body", "contents");

    /** Rules to which the first entry of an object is a template. */
    private static final Set<String> OF_TEMPLATES = Set.of("values", "eachKey", "each-key", "eachValue", "each-value");

    /** Their rules become rules of other paths. */
    private static final Set<String> SPREADING = Set.of("eachValue", "each-value");

    private final List<JsonValue> found = new ArrayList<>();

    private MeaningfulOrder() {}

    /** What two interactions that are equal but for the order of their keys need to have in common; empty for nearly all. */
    static JsonArray of(JsonObject interaction) {
        MeaningfulOrder order = new MeaningfulOrder();
        order.visit(interaction);
        return JsonArray.of(order.found);
    }

    /** The interaction, and all that lies in it but bodies. Sorted, so that no order gets in which says nothing. */
    private void visit(JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(this::visit);
        }
        if (value instanceof JsonObject object) {
            object.object(RULES).ifPresent(this::rules);
            object.object(GENERATORS).ifPresent(this::generators);
            bodies(object);
            Set<String> others = new TreeSet<>(object.names());
            others.removeAll(BODIES);
            others.removeAll(Set.of(RULES, GENERATORS));
            others.forEach(name -> visit(object.get(name).orElseThrow()));
        }
    }

    /** Those by category, those of version 2, and those in rules. */
    private void rules(JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(this::rules);
        }
        if (value instanceof JsonObject object) {
            List<String> names = object.names();
            add(Ties.among(names, name -> has(SPREADING, object.get(name).orElseThrow())));
            new TreeSet<>(names).forEach(name -> rules(object.get(name).orElseThrow()));
        }
    }

    private void generators(JsonObject generators) {
        for (String category : new TreeSet<>(generators.names())) {
            List<String> paths =
                    generators.object(category).orElse(JsonObject.EMPTY).names();
            add(paths.stream().anyMatch(path -> path.contains("*")) ? paths : List.of());
        }
        List<String> paths = generators.names();
        add(paths.stream().anyMatch(path -> path.contains("*")) ? paths : List.of());
    }

    private void add(List<String> names) {
        if (names.size() > 1) {
            found.add(JsonArray.of(names.stream().map(JsonString::of).toList()));
        }
    }

    private void bodies(JsonObject part) {
        boolean template =
                part.object(RULES).filter(rules -> has(OF_TEMPLATES, rules)).isPresent();
        for (String name : new TreeSet<>(BODIES)) {
            JsonValue body = part.get(name).orElse(JsonString.of(""));
            if (body.isContainer() && (template || !isJson(part, body))) {
                found.add(JsonString.of(body.toJson()));
            }
        }
    }

    private static boolean has(Set<String> types, JsonValue rules) {
        if (rules instanceof JsonArray array) {
            return array.stream().anyMatch(each -> has(types, each));
        }
        return rules instanceof JsonObject object
                && (object.string("match").filter(types::contains).isPresent()
                        || object.names().stream()
                                .anyMatch(name -> has(types, object.get(name).orElseThrow())));
    }

    /** As the body says itself, or headers or metadata do; the content of a version 4 body may be no JSON at all. */
    private static boolean isJson(JsonObject part, JsonValue body) {
        Optional<JsonObject> wrapped = body.asObject().filter(object -> object.has("content"));
        if (wrapped.flatMap(object -> object.get("content"))
                .filter(content -> !content.isContainer())
                .isPresent()) {
            return true;
        }
        return wrapped.flatMap(object -> object.string("contentType"))
                .or(() -> declared(part, "headers"))
                .or(() -> declared(part, "metadata"))
                .or(() -> declared(part, "metaData"))
                .flatMap(ContentType::parse)
                .filter(ContentType::isJson)
                .isPresent();
    }

    private static Optional<String> declared(JsonObject part, String where) {
        JsonObject fields = part.object(where).orElse(JsonObject.EMPTY);
        return fields.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).replace("-", "").equals("contenttype"))
                .map(name -> fields.get(name).orElseThrow())
                .map(value -> value.asArray()
                        .filter(array -> !array.isEmpty())
                        .map(array -> array.get(0))
                        .orElse(value))
                .map(JsonValue::text)
                .findFirst();
    }
}
