package dev.contract.consumer;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns what authors write as examples into shapes. Plain values, maps and lists need no library; other objects go to Jackson. */
final class Examples {
    private static final int DEEPEST = 100;

    private Examples() {}

    static Shape shape(@Nullable Object example) {
        return shape(example, 0);
    }

    private static Shape shape(@Nullable Object example, int depth) {
        if (depth > DEEPEST) {
            throw Mistake.of(Problem.error("CONTRACT-EXAMPLE", "the example is more than " + DEEPEST + " levels deep")
                    .mend("look for a map or list that contains itself"));
        }
        if (example == null) {
            return Shape.Plain.NULL;
        }
        if (example instanceof Matcher matcher) {
            return matcher.shape();
        }
        if (example instanceof Optional<?> optional) {
            return shape(optional.orElse(null), depth);
        }
        if (example instanceof Map<?, ?> map) {
            return fields(map, depth + 1);
        }
        if (example instanceof Collection<?> collection) {
            return elements(collection, depth + 1);
        }
        if (example instanceof Object[] array) {
            return elements(Arrays.asList(array), depth + 1);
        }
        return scalar(example).map(Shape.Plain::new).map(Shape.class::cast).orElseGet(() -> Pojos.shape(example));
    }

    /** The value of anything that JSON has a word for. */
    private static Optional<JsonValue> scalar(Object example) {
        if (example instanceof JsonValue value) {
            return Optional.of(value);
        }
        if (example instanceof CharSequence || example instanceof Character) {
            return Optional.of(JsonString.of(example.toString()));
        }
        if (example instanceof Boolean bool) {
            return Optional.of(JsonBoolean.of(bool));
        }
        return example instanceof Number number ? number(number) : Optional.empty();
    }

    /** Empty for kinds of number that only their owner can write. */
    static Optional<JsonValue> number(Number number) {
        boolean whole = number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger;
        boolean fraction = number instanceof Double || number instanceof Float || number instanceof BigDecimal;
        if (fraction && !(number instanceof BigDecimal) && !Double.isFinite(number.doubleValue())) {
            throw Mistake.of(Problem.error("CONTRACT-EXAMPLE", "JSON has no number for " + number)
                    .mend("give a finite number"));
        }
        return whole || fraction ? Optional.of(JsonNumber.parse(number.toString())) : Optional.empty();
    }

    /** Maps without an order of their own are sorted: {@code Map.of} has another order in every run. */
    private static Shape fields(Map<?, ?> map, int depth) {
        boolean ordered = map instanceof LinkedHashMap || map instanceof SortedMap;
        Map<String, Shape> fields = ordered ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((key, value) -> fields.put(String.valueOf(key), shape(value, depth)));
        return new Shape.Fields(fields);
    }

    private static Shape elements(Collection<?> collection, int depth) {
        List<Shape> shapes = new ArrayList<>();
        collection.forEach(element -> shapes.add(shape(element, depth)));
        if (isUnordered(collection)) {
            shapes.sort(Comparator.comparing(shape -> shape.example().toJson()));
        }
        return new Shape.Elements(shapes);
    }

    static boolean isUnordered(Collection<?> collection) {
        return collection instanceof Set
                && !(collection instanceof LinkedHashSet)
                && !(collection instanceof SortedSet);
    }

    /** The value of a JSON text. */
    static JsonValue parse(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException e) {
            throw Mistake.of(
                    Problem.error("CONTRACT-EXAMPLE", "the text given to json(…) is not JSON: " + e.reason())
                            .found(Quoted.text(text))
                            .mend("mend the text; a JSON string as the whole value is json(equalTo(\"…\"))"),
                    e);
        }
    }
}
