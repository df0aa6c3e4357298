package dev.contract.compare.accept;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Set;

/**
 * The JSON values that are accepted in one place, kind by kind. Immutable.
 *
 * @param example one that the contract has for it; it need not be accepted itself
 * @param nulls whether null is
 * @param booleans those that are
 * @param numbers by how they are written
 * @param arrays one of these must fit; none accepts no array
 * @param objects one of these must fit; none accepts no object
 */
public record Shape(
        JsonValue example,
        boolean nulls,
        Set<Boolean> booleans,
        Texts numbers,
        Texts strings,
        List<Lists> arrays,
        List<Members> objects) {

    public static final Shape ANYTHING = new Shape(
            JsonString.of("anything"),
            true,
            Set.of(true, false),
            Texts.ALL,
            Texts.ALL,
            List.of(Lists.Elements.ANY),
            List.of(Members.ANY));

    public static final Shape NOTHING =
            new Shape(JsonNull.NULL, false, Set.of(), Texts.NONE, Texts.NONE, List.of(), List.of());

    public Shape {
        booleans = Set.copyOf(booleans);
        arrays = List.copyOf(arrays);
        objects = List.copyOf(objects);
    }

    public boolean isAnything() {
        boolean scalars = nulls && booleans.size() == 2 && numbers.isAll() && strings.isAll();
        return scalars && arrays.contains(Lists.Elements.ANY) && objects.contains(Members.ANY);
    }

    Shape withObjects(List<Members> other) {
        return new Shape(example, nulls, booleans, numbers, strings, arrays, other);
    }

    Shape withArrays(List<Lists> other) {
        return new Shape(example, nulls, booleans, numbers, strings, other, objects);
    }

    Shape withNull() {
        return new Shape(example, true, booleans, numbers, strings, arrays, objects);
    }

    /** {@code any string or null}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
