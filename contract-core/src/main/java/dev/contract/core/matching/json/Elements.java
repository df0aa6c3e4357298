package dev.contract.core.matching.json;

import dev.contract.core.json.JsonArray;
import java.util.List;
import java.util.function.IntFunction;

/** The nodes of an array's elements: one for each element of the example, and a template, the first of them, for those beyond. */
final class Elements {
    private final Node[] known;
    private final IntFunction<Node> beyond;

    /**
     * @param known for the positions of the example
     * @param beyond for any other position
     */
    Elements(List<Node> known, IntFunction<Node> beyond) {
        this.known = known.toArray(Node[]::new);
        this.beyond = beyond;
    }

    /** Judges the first {@code count} elements. */
    void match(JsonArray actual, int count, Walk walk) {
        walk.down();
        for (int i = 0; i < count && !walk.isOver(); i++) {
            walk.at(i);
            Node node = i < known.length ? known[i] : beyond.apply(i);
            node.match(actual.get(i), walk);
        }
        walk.up();
    }
}
