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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which fields of a body are meant: a JSON pointer, {@code /items/0/id}, in which a star stands for every element or entry.
 *
 * <p>Immutable.
 *
 * @param steps keys, positions and stars; whether digits are a key or a position is seen where they lead; none for the whole body
 */
public record FieldPath(List<String> steps) {
    static final String EACH = "*";

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

    /** Whether a body has a value at this path; of a star, in any element or entry. */
    boolean isIn(JsonValue body) {
        return values(body).findAny().isPresent();
    }

    /** What a body has at this path. */
    Stream<JsonValue> values(JsonValue body) {
        return values(body, 0);
    }

    private Stream<JsonValue> values(JsonValue value, int depth) {
        return depth == steps.size() ? Stream.of(value) : next(value, depth).flatMap(each -> values(each, depth + 1));
    }

    /** As {@link #isIn}, but of a star in every element or entry that there is. */
    boolean isThroughout(JsonValue body) {
        return isThroughout(body, 0);
    }

    private boolean isThroughout(JsonValue value, int depth) {
        if (depth == steps.size()) {
            return true;
        }
        boolean everywhere = isEach(depth) && value.isContainer();
        Stream<JsonValue> next = next(value, depth);
        return everywhere
                ? next.allMatch(each -> isThroughout(each, depth + 1))
                : next.anyMatch(each -> isThroughout(each, depth + 1));
    }

    private Stream<JsonValue> next(JsonValue value, int depth) {
        if (value instanceof JsonObject object) {
            Stream<String> names = isEach(depth) ? object.names().stream() : Stream.of(steps.get(depth));
            return names.flatMap(name -> object.get(name).stream());
        }
        return value instanceof JsonArray array
                ? IntStream.range(0, array.size())
                        .filter(i -> leadsTo(depth, Integer.toString(i)))
                        .mapToObj(array::get)
                : Stream.empty();
    }

    /** Whether the step at a depth goes to the entry of a name, or the element at a position. */
    boolean leadsTo(int depth, String name) {
        return isEach(depth) || steps.get(depth).equals(name);
    }

    /** Whether it goes to another one, to something in that, or to something around it. */
    boolean meets(FieldPath other) {
        return IntStream.range(0, Math.min(steps.size(), other.steps.size()))
                .allMatch(depth -> leadsTo(depth, other.steps.get(depth)));
    }

    /** The same with another last step. */
    FieldPath withLast(String name) {
        return new FieldPath(then(steps.subList(0, steps.size() - 1), name));
    }

    private boolean isEach(int depth) {
        return steps.get(depth).equals(EACH);
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

    /** As a JSON pointer. */
    @Override
    public String toString() {
        return steps.stream()
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
