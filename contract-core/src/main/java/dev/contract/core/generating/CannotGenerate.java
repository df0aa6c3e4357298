package dev.contract.core.generating;

import dev.contract.core.problem.Problem;

/** Why one generator could not make a value. Always caught in this room: the example stays, and the reason becomes a problem. */
final class CannotGenerate extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    CannotGenerate(Problem problem) {
        super(problem.what(), null, false, false);
        this.problem = problem;
    }

    /** A generator whose parameters cannot be used. */
    static CannotGenerate because(String what, String found, String mend) {
        return new CannotGenerate(
                Problem.error("CONTRACT-GENERATOR", what).found(found).mend(mend));
    }

    Problem problem() {
        return problem;
    }
}
