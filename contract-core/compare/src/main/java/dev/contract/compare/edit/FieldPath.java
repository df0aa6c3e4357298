package dev.contract.compare.edit;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a body are meant: a JSON pointer, {@code /items/0/id}, in which a star stands for every element or entry.
 *
 * <p>Immutable.
 *
 * @param steps keys, positions and stars; whether digits are a key or a position is seen where they lead
 */
public record FieldPath(List<String> steps) {
    private static final String EACH = "*";

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /**
     * The path of a text: {@code /items/*}{@code /id}, or as reports show it, {@code $.items[*].id}; empty when it is neither, or is that of
     * the whole body.
     */
    public static Optional<FieldPath> parse(String text) {
        if (text.startsWith("$")) {
            return RulePath.parse(text).filter(path -> !path.tokens().isEmpty()).map(FieldPath::of);
        }
        return text.startsWith("/")
                ? Optional.of(new FieldPath(Stream.of(text.substring(1).split("/", -1))
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList()))
                : Optional.empty();
    }

    static FieldPath of(RulePath path) {
        return new FieldPath(path.tokens().stream().map(FieldPath::step).toList());
    }

    private static String step(Token token) {
        if (token instanceof Field field) {
            return field.name();
        }
        return token instanceof Index index ? Integer.toString(index.position()) : EACH;
    }

    /** All that a body has, for whoever looks for a path in it: {@code /items}, {@code /items/*}, {@code /items/*}{@code /id}. */
    static Stream<FieldPath> in(JsonValue body) {
        return in(body, List.of());
    }

    private static Stream<FieldPath> in(JsonValue value, List<String> steps) {
        Stream<FieldPath> self = steps.isEmpty() ? Stream.empty() : Stream.of(new FieldPath(steps));
        if (value instanceof JsonObject object) {
            return Stream.concat(
                    self,
                    object.names().stream().flatMap(name -> in(object.get(name).orElseThrow(), then(steps, name))));
        }
        return value instanceof JsonArray array
                ? Stream.concat(self, array.stream().flatMap(each -> in(each, then(steps, EACH))))
                : self;
    }

    private static List<String> then(List<String> steps, String step) {
        return Stream.concat(steps.stream(), Stream.of(step)).toList();
    }

    /** Whether a body has a value at this path. */
    boolean isIn(JsonValue body) {
        return replaced(body, value -> null) != body;
    }

    /** The same as a path with stars, of which reports know whether somebody offers it. */
    RulePath asRulePath() {
        List<Token> tokens = new ArrayList<>();
        for (String step : steps) {
            boolean isOpen = step.equals(EACH) || step.matches("\\d+");
            tokens.add(isOpen ? new AnyEntry() : new Field(step));
        }
        return new RulePath(tokens);
    }

    String last() {
        return steps.get(steps.size() - 1);
    }

    /**
     * A body with other values at this path; the same instance when it leads nowhere.
     *
     * @param change of one value; null takes it away
     */
    JsonValue replaced(JsonValue body, Function<JsonValue, @Nullable JsonValue> change) {
        return edited(body, 0, (name, value) -> {
            JsonValue other = change.apply(value);
            return other == null ? JsonObject.EMPTY : JsonObject.of(name, other);
        });
    }

    /** A body with another name for the fields at this path; the same instance when it leads to none. */
    JsonValue renamed(JsonValue body, String other) {
        return edited(body, 0, (name, value) -> JsonObject.of(other, value));
    }

    /** What becomes of one entry. */
    private interface EntryChange {
        /** One entry or none; of an element of an array only the value counts. */
        JsonObject apply(String name, JsonValue value);
    }

    private JsonValue edited(JsonValue value, int depth, EntryChange change) {
        if (value instanceof JsonObject object) {
            return edited(object, depth, change);
        }
        return value instanceof JsonArray array ? edited(array, depth, change) : value;
    }

    private JsonValue edited(JsonObject object, int depth, EntryChange change) {
        boolean isEdited = false;
        JsonObject.Builder entries = JsonObject.builder();
        for (int i = 0; i < object.size(); i++) {
            String name = object.nameAt(i);
            JsonValue value = object.valueAt(i);
            JsonObject entry = isTaken(depth, name) ? entry(name, value, depth, change) : JsonObject.of(name, value);
            isEdited |= entry.find(name) != value;
            entries.putAll(entry);
        }
        return isEdited ? entries.build() : object;
    }

    private JsonValue edited(JsonArray array, int depth, EntryChange change) {
        boolean isEdited = false;
        List<JsonValue> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String position = Integer.toString(i);
            JsonValue value = array.get(i);
            JsonObject entry =
                    isTaken(depth, position) ? entry(position, value, depth, change) : JsonObject.of(position, value);
            isEdited |= entry.find(position) != value;
            entry.forEach((name, each) -> elements.add(each));
        }
        return isEdited ? JsonArray.of(elements) : array;
    }

    private boolean isTaken(int depth, String name) {
        return steps.get(depth).equals(EACH) || steps.get(depth).equals(name);
    }

    private JsonObject entry(String name, JsonValue value, int depth, EntryChange change) {
        return depth == steps.size() - 1
                ? change.apply(name, value)
                : JsonObject.of(name, edited(value, depth + 1, change));
    }

    /** As a JSON pointer. */
    @Override
    public String toString() {
        return steps.stream()
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
