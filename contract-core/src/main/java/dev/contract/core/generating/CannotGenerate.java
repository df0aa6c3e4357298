package dev.contract.core.generating;

import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why one generator could not make a value. Always caught in this room: the example stays, unless there is something better to put in
 * its place, and the reason becomes a problem.
 */
final class CannotGenerate extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient @Nullable JsonValue instead;

    CannotGenerate(Problem problem) {
        this(problem, null);
    }

    private CannotGenerate(Problem problem, @Nullable JsonValue instead) {
        super(problem.what(), null, false, false);
        this.problem = problem;
        this.instead = instead;
    }

    /** A generator whose parameters cannot be used. */
    static CannotGenerate because(String what, String found, String mend) {
        return new CannotGenerate(
                Problem.error("CONTRACT-GENERATOR", what).found(found).mend(mend));
    }

    /** The same reason, with a value to use all the same. */
    CannotGenerate instead(JsonValue value) {
        return new CannotGenerate(problem, value);
    }

    Optional<JsonValue> instead() {
        return Optional.ofNullable(instead);
    }

    Problem problem() {
        return problem;
    }
}
