package dev.contract.core.matching.json;

import dev.contract.core.json.JsonObject;
import java.util.List;

/**
 * The fields of an object that the example of the file leaves out: the optional ones, and those that may be null.
 *
 * @param examples by name
 * @param nodes one for each, in the order of the examples
 * @param required whether each has to be there
 */
record Asides(JsonObject examples, List<Node> nodes, List<Boolean> required) {
    static final Asides NONE = new Asides(JsonObject.EMPTY, List.of(), List.of());

    Asides {
        nodes = List.copyOf(nodes);
        required = List.copyOf(required);
    }
}
