package dev.contract.draft.infer;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What many values have in common: {@code 1} and {@code 2} are integers, {@code "a"} and null a text that may be null.
 *
 * <pre>{@code
 * InferredType type = InferredType.of(List.of(JsonReader.read("{\"id\": 1, \"nick\": \"Al\"}"), JsonReader.read("{\"id\": 2}")));
 * // an object: id is an integer, nick an optional text
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param nullable whether null was among the values
 * @param shapes what the others were, one per kind of JSON; none when there were no others
 */
public record InferredType(boolean nullable, List<Shape> shapes) {
    private static final int LONGEST_INTEGER = 18;

    public InferredType {
        shapes = List.copyOf(shapes);
    }

    /** The type of values that stood in one place. */
    public static InferredType of(List<? extends JsonValue> values) {
        List<Shape> shapes = new ArrayList<>();
        found(values, JsonValue::asBoolean)
                .ifPresent(flags -> shapes.add(new Shape.Flag(JsonBoolean.of(flags.get(0)), isConstant(flags))));
        found(values, JsonValue::asNumber).ifPresent(numbers -> shapes.add(number(numbers)));
        found(values, JsonValue::asString).ifPresent(texts -> shapes.add(TextForm.shape(texts)));
        found(values, JsonValue::asArray).ifPresent(arrays -> shapes.add(elements(arrays)));
        found(values, JsonValue::asObject).ifPresent(objects -> shapes.add(ObjectShapes.of(objects)));
        return new InferredType(values.stream().anyMatch(each -> each.kind() == JsonValue.Kind.NULL), shapes);
    }

    private static <T> Optional<List<T>> found(
            List<? extends JsonValue> values, Function<JsonValue, Optional<T>> kind) {
        List<T> found =
                values.stream().flatMap(each -> kind.apply(each).stream()).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    static boolean isConstant(List<?> values) {
        return values.stream().distinct().limit(2).count() == 1;
    }

    /** Integers beyond 64 bits are none to most readers. */
    private static Shape number(List<JsonNumber> numbers) {
        boolean integers = numbers.stream()
                .allMatch(each -> each.isInteger() && each.text().length() <= LONGEST_INTEGER);
        boolean decimals = numbers.stream().allMatch(each -> each.text().indexOf('.') >= 0);
        Shape.Numeral numeral =
                integers ? Shape.Numeral.INTEGER : decimals ? Shape.Numeral.DECIMAL : Shape.Numeral.NUMBER;
        return new Shape.Digits(numeral, numbers.get(0), isConstant(numbers));
    }

    private static Shape elements(List<JsonArray> arrays) {
        List<JsonValue> all = arrays.stream().flatMap(JsonArray::stream).toList();
        int fewest = arrays.stream().mapToInt(JsonArray::size).min().orElse(0);
        return new Shape.Elements(of(all), fewest);
    }

    /** Whether nothing is known: no value was there. */
    public boolean isUnknown() {
        return !nullable && shapes.isEmpty();
    }
}
