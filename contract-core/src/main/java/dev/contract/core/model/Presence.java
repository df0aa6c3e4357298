package dev.contract.core.model;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is agreed on the keys of a JSON body beyond its example: which of them need not be there, which objects may be null, and which
 * objects have no other keys.
 *
 * <p>No version of the specification has words for it, so it is an attribute of ours in the file, {@value #ATTRIBUTE}, beside the body.
 * Other tools pass over it: the example of the file has none of these keys, so that they neither demand them nor look at them. Immutable.
 *
 * @param optional fields that need not be there, by their paths, with an example of each
 * @param nullable fields that hold an object or array, or null, by their paths, with an example of each
 * @param strict objects that have no other keys than those of the example, nor have the objects in them
 */
public record Presence(Map<RulePath, JsonValue> optional, Map<RulePath, JsonValue> nullable, Set<RulePath> strict) {
    /** The attribute of a response or message. */
    public static final String ATTRIBUTE = "presence";

    private static final String OPTIONAL = "optional";
    private static final String NULLABLE = "nullable";
    private static final String STRICT = "strict";

    public static final Presence NONE = new Presence(Map.of(), Map.of(), Set.of());

    public Presence {
        optional = Collections.unmodifiableMap(new LinkedHashMap<>(optional));
        nullable = Collections.unmodifiableMap(new LinkedHashMap<>(nullable));
        strict = Set.copyOf(strict);
    }

    /** What the attributes of a part say; what cannot be read of it says nothing, see {@link #unreadable}. */
    public static Presence in(JsonObject attributes) {
        Optional<JsonObject> written = attributes.object(ATTRIBUTE);
        return written.isEmpty()
                ? NONE
                : new Presence(
                        examples(written.get(), OPTIONAL),
                        examples(written.get(), NULLABLE),
                        Set.copyOf(paths(written.get().array(STRICT).orElse(JsonArray.EMPTY))));
    }

    private static Map<RulePath, JsonValue> examples(JsonObject written, String name) {
        Map<RulePath, JsonValue> examples = new LinkedHashMap<>();
        written.object(name).orElse(JsonObject.EMPTY).forEach((path, example) -> field(path)
                .ifPresent(parsed -> examples.put(parsed, example)));
        return examples;
    }

    private static List<RulePath> paths(JsonArray written) {
        return written.stream()
                .flatMap(each -> each.asString().stream())
                .flatMap(path -> RulePath.parse(path).stream())
                .toList();
    }

    /** Only what has a name can be absent or be told from what is around it. */
    private static Optional<RulePath> field(String path) {
        return RulePath.parse(path).filter(parsed -> {
            List<RulePath.Token> tokens = parsed.tokens();
            return !tokens.isEmpty() && tokens.get(tokens.size() - 1) instanceof RulePath.Field;
        });
    }

    /** The paths that say nothing, for they cannot be read, or name no field where a field is meant. */
    public static List<String> unreadable(JsonObject attributes) {
        JsonObject written = attributes.object(ATTRIBUTE).orElse(JsonObject.EMPTY);
        return written.isEmpty() ? List.of() : unreadableOf(written);
    }

    private static List<String> unreadableOf(JsonObject written) {
        List<String> unreadable = new ArrayList<>();
        for (String name : List.of(OPTIONAL, NULLABLE)) {
            written.object(name).orElse(JsonObject.EMPTY).names().stream()
                    .filter(path -> field(path).isEmpty())
                    .forEach(unreadable::add);
        }
        written.array(STRICT).orElse(JsonArray.EMPTY).stream()
                .map(JsonValue::text)
                .filter(path -> RulePath.parse(path).isEmpty())
                .forEach(unreadable::add);
        return unreadable;
    }

    public boolean isEmpty() {
        return optional.isEmpty() && nullable.isEmpty() && strict.isEmpty();
    }

    /** The same without those fields of an example that need not be there. */
    public Presence withoutOptional() {
        return new Presence(Map.of(), nullable, strict);
    }

    /** The attributes with this among them. */
    public JsonObject addTo(JsonObject attributes) {
        return isEmpty() ? attributes : attributes.with(ATTRIBUTE, asJson());
    }

    private JsonObject asJson() {
        JsonObject.Builder written = JsonObject.builder();
        put(written, OPTIONAL, optional);
        put(written, NULLABLE, nullable);
        if (!strict.isEmpty()) {
            written.put(
                    STRICT,
                    JsonArray.of(strict.stream()
                            .map(RulePath::toString)
                            .sorted()
                            .map(JsonString::of)
                            .toList()));
        }
        return written.build();
    }

    private static void put(JsonObject.Builder written, String name, Map<RulePath, JsonValue> examples) {
        if (!examples.isEmpty()) {
            JsonObject.Builder byPath = JsonObject.builder();
            examples.forEach((path, example) -> byPath.put(path.toString(), example));
            written.put(name, byPath.build());
        }
    }
}
