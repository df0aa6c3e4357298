package dev.contract.core.generating;

import dev.contract.core.generating.GenerationContext.Mode;
import dev.contract.core.json.JsonValue;

/** One kind of generator with its parameters. Immutable. */
interface ValueGenerator {

    /**
     * A fresh value.
     *
     * @param example what stands in its place; texts outside of JSON are JSON strings here
     */
    JsonValue generate(JsonValue example, GenerationContext context) throws CannotGenerate;

    /** Whether there is anything to generate on this side. */
    default boolean appliesIn(Mode mode) {
        return true;
    }

    /** Complains of parameters that no example and no context could make anything of. */
    default void check() throws CannotGenerate {}
}
