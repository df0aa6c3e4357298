package dev.contract.core.matching.json;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonValue;

/** An object or array in whose place null may stand. */
record NullableNode(Node node) implements Node {

    @Override
    public void match(JsonValue actual, Walk walk) {
        if (!(actual instanceof JsonNull)) {
            node.match(actual, walk);
        }
    }
}
