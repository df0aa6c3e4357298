package dev.contract.core.matching.json;

import dev.contract.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of an object's entries: one for each key of the example, and a template, the first of them, for other keys.
 *
 * @param known in the order of the example
 * @param template for any other key
 * @param named for the other keys that rules name
 */
record Entries(JsonObject expected, List<Node> known, Supplier<Node> template, Map<String, Supplier<Node>> named) {

    /** Only the values of keys that the example has; the rules of the keys decide over the rest. */
    Function<String, @Nullable Node> ofExample() {
        Map<String, Node> byName = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            byName.put(expected.nameAt(i), known.get(i));
        }
        return byName::get;
    }

    /** Every value: as that of the same key, or as the first, which is an example for all. */
    Function<String, @Nullable Node> ofAll() {
        if (known.isEmpty()) {
            return name -> null;
        }
        Function<String, @Nullable Node> example = ofExample();
        return name -> {
            Node own = example.apply(name);
            return own != null ? own : named.getOrDefault(name, template).get();
        };
    }
}
