package dev.contract.compare.inclusion;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A place in a document, and how a value becomes a whole document with that value in its place.
 *
 * @param whole the document with this value here
 */
record Spot(String path, Function<JsonValue, JsonValue> whole) {
    /** Of each entry of a copy, in steps. */
    private static final long WORK = 2;

    static final Spot ROOT = new Spot("$", Function.identity());

    /** @param object what stands around it */
    Spot field(String name, Supplier<JsonObject> object) {
        return new Spot(path + step(name), value -> whole.apply(with(object.get(), name, value)));
    }

    /** Every entry of other names. */
    Spot other(String name, Supplier<JsonObject> object) {
        return new Spot(path + ".*", value -> whole.apply(with(object.get(), name, value)));
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        Budget.spend(WORK * object.size());
        return object.with(name, value);
    }

    /** @param array with an element at the position */
    Spot element(int position, String step, Supplier<JsonArray> array) {
        return new Spot(path + step, value -> {
            if (position >= Samples.MOST_ELEMENTS) {
                return whole.apply(array.get()); // rules may name any position, and no witness has to reach it
            }
            Budget.spend(WORK * array.get().size());
            List<JsonValue> elements = new ArrayList<>(array.get().elements());
            while (elements.size() <= position) {
                elements.add(value);
            }
            elements.set(position, value);
            return whole.apply(JsonArray.of(elements));
        });
    }

    /** A name as the matcher shows it in paths: digits look like a position. */
    static String step(String name) {
        return isOfDigits(name) ? "[" + name + "]" : RulePath.step(name);
    }

    private static boolean isOfDigits(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
