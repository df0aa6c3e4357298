package dev.contract.broker.directory;

import dev.contract.core.problem.Problem;

/** What is wrong with a file that should be as a broker wrote it. */
final class Damage {
    private static final String CODE = "BROKER-DIRECTORY";
    private static final String MEND =
            "files are written once and never changed: take it again as it was committed (git restore), or remove it if no broker wrote it";

    private static final String NOT_WHOLE =
            "the directory is not whole: finish the merge, or take what is missing from git, and ask again";

    private Damage() {}

    static Problem of(String place, String what) {
        return Problem.error(CODE, what).at(place).mend(MEND);
    }

    /** Something that another file should tell of. */
    static Problem missing(String place, String what) {
        return of(place, what, NOT_WHOLE);
    }

    static Problem of(String place, String what, String mend) {
        return Problem.error(CODE, what).at(place).mend(mend);
    }
}
