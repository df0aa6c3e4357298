package dev.contract.core.matching.json;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;

/** An expected value, compiled with the rules that apply to it and to what lies in it. Immutable and thread-safe. */
interface Node {
    /** Judges an actual value and reports what differs to the walk, which is at its place. */
    void match(JsonValue actual, Walk walk);

    /** Adds what is demanded of every value that is accepted here, as far as that is easily found. */
    default void pin(RulePath here, Pins pins) {}

    /** Whatever comes is accepted. */
    Node ANYTHING = (actual, walk) -> {};
}
