package dev.contract.core.matching.json;

import dev.contract.core.json.JsonValue;

/** An expected value, compiled with the rules that apply to it and to what lies in it. Immutable and thread-safe. */
interface Node {
    /** Judges an actual value and reports what differs to the walk, which is at its place. */
    void match(JsonValue actual, Walk walk);

    /** Whatever comes is accepted. */
    Node ANYTHING = (actual, walk) -> {};
}
