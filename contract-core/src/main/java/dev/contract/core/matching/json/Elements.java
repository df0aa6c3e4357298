package dev.contract.core.matching.json;

import dev.contract.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The nodes of an array's elements: one for each element of the example, and a template, the first of them, for those beyond. */
final class Elements {
    private final Node[] known;
    private final Supplier<Node> template;
    private final Map<Integer, Supplier<Node>> named;

    /**
     * @param known for the positions of the example
     * @param template for any position beyond those
     * @param named for the positions beyond that rules name
     */
    Elements(List<Node> known, Supplier<Node> template, Map<Integer, Supplier<Node>> named) {
        this.known = known.toArray(Node[]::new);
        this.template = template;
        this.named = Map.copyOf(named);
    }

    /** One for each element of the example. */
    List<Node> known() {
        return List.of(known);
    }

    /** Judges the first {@code count} elements. */
    void match(JsonArray actual, int count, Walk walk) {
        walk.down();
        for (int i = 0; i < count && !walk.isOver(); i++) {
            walk.at(i);
            node(i).match(actual.get(i), walk);
        }
        walk.up();
    }

    private Node node(int position) {
        if (position < known.length) {
            return known[position];
        }
        return named.isEmpty()
                ? template.get()
                : named.getOrDefault(position, template).get();
    }
}
