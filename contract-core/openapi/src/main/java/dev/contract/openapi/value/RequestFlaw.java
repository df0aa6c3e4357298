package dev.contract.openapi.value;

import dev.contract.openapi.document.CompiledSchema.Difference;
import dev.contract.openapi.document.Parameter.In;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an operation does not take of a request, misses in it, or does not know.
 *
 * <p>Immutable.
 *
 * @param in where the parameter stands; null when it is about none
 * @param name of the parameter; {@code ""} when it is about none
 * @param difference what the document asks for; its path goes on from the value of the parameter
 */
public record RequestFlaw(Kind kind, @Nullable In in, String name, Difference difference) {

    /** What it is about. */
    public enum Kind {
        NOT_LET_IN,
        WRONG_VALUE,
        MISSING_VALUE,
        UNKNOWN_IN_QUERY,
        MISSING_BODY,
        UNKNOWN_BODY
    }
}
