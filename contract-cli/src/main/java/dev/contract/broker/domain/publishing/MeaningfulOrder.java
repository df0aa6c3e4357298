package dev.contract.broker.domain.publishing;

import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.select.Ties;
import dev.contract.core.model.Presence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a verification looks at the order in which an interaction has its keys. Nearly everywhere it does not; but of rules that are
 * equally specific the first one counts, of names that are one and the same to the reader the first or the last one, under {@code values}
 * the first entry of an example stands for all, generators make their values one after the other, and JSON that is not declared as such
 * may be compared as text. One interaction.
 */
final class MeaningfulOrder {
    private static final String RULES = "matchingRules";
    private static final String GENERATORS = "generators";
    private static final Set<String> BODIES = Set.of("body", "contents");

    /** What may say of which type a body is. */
    private static final List<String> HEADS = List.of("headers", "metadata", "metaData");

    /** What separates the names in a path, however that is written. */
    private static final Pattern SEPARATORS = Pattern.compile("[$.\\[\\]'\"]+");

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
            HEADS.forEach(name -> object.object(name).ifPresent(head -> add(alike(head.names()))));
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
            add(alike(names));
            add(layout(names));
            new TreeSet<>(names).forEach(name -> rules(object.get(name).orElseThrow()));
        }
    }

    /**
     * The names of which the reader may take two for one: headers have no case, and {@code $.a} and {@code $['a']} are one path. Rather
     * too many than too few.
     */
    private static List<String> alike(List<String> names) {
        Map<String, Long> counts =
                names.stream().collect(Collectors.groupingBy(MeaningfulOrder::plain, Collectors.counting()));
        return names.stream()
                .filter(name -> counts.getOrDefault(plain(name), 0L) > 1)
                .toList();
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String steps = SEPARATORS.matcher(lower).replaceAll(" ").strip();
        String plain = steps.isEmpty() ? lower : steps;
        return plain.replaceFirst("^headers ", "header ").replaceFirst("^content-type$", "contenttype");
    }

    /** The first name says whether rules are in the layout of version 2. */
    private static List<String> layout(List<String> names) {
        long flat = names.stream().filter(name -> name.startsWith("$")).count();
        return flat == 0 || flat == names.size() ? List.of() : names;
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
        part.object(Presence.ATTRIBUTE).ifPresent(presence -> presence(presence, template));
        for (String name : new TreeSet<>(BODIES)) {
            JsonValue body = part.get(name).orElse(JsonString.of(""));
            if (body.isContainer() && (template || !isJson(part, body))) {
                found.add(JsonString.of(body.toJson()));
            }
        }
    }

    /** The examples of keys that need not be there, or may be null; they are templates as a body is. */
    private void presence(JsonObject presence, boolean template) {
        for (String name : new TreeSet<>(presence.names())) {
            JsonObject examples = presence.object(name).orElse(JsonObject.EMPTY);
            add(alike(examples.names()));
            add(Ties.among(examples.names(), path -> false));
            if (template) {
                found.add(JsonString.of(examples.toJson()));
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

    /**
     * Whether all that declare its type, the body itself, headers or metadata, say that it is JSON, and in UTF-8; the content of a version 4
     * body may be no JSON at all.
     */
    private static boolean isJson(JsonObject part, JsonValue body) {
        Optional<JsonObject> wrapped = body.asObject().filter(object -> object.has("content"));
        if (wrapped.flatMap(object -> object.get("content"))
                .filter(content -> !content.isContainer())
                .isPresent()) {
            return true;
        }
        List<String> declared = Stream.concat(
                        wrapped.flatMap(object -> object.string("contentType")).stream(),
                        HEADS.stream().flatMap(name -> declared(part, name)))
                .toList();
        return !declared.isEmpty() && declared.stream().allMatch(MeaningfulOrder::isJson);
    }

    private static boolean isJson(String type) {
        return ContentType.parse(type)
                .filter(ContentType::isJson)
                .filter(json -> !json.hasUnknownCharset() && json.charset().equals(StandardCharsets.UTF_8))
                .isPresent();
    }

    private static Stream<String> declared(JsonObject part, String where) {
        JsonObject fields = part.object(where).orElse(JsonObject.EMPTY);
        return fields.names().stream()
                .filter(name -> plain(name).equals("contenttype"))
                .map(name -> fields.get(name).orElseThrow())
                .map(value -> value.asArray()
                        .filter(array -> !array.isEmpty())
                        .map(array -> array.get(0))
                        .orElse(value))
                .map(JsonValue::text);
    }
}
