package dev.contract.broker.directory;

import dev.contract.core.problem.Problem;

/** What is wrong with a file that should be as a broker wrote it. */
final class Damage {
    private static final String CODE = "BROKER-DIRECTORY";
    private static final String MEND =
            "files are written once and never changed: take it again as it was committed (git restore), or remove it if no broker wrote it";

    private Damage() {}

    static Problem of(String place, String what) {
        return Problem.error(CODE, what).at(place).mend(MEND);
    }

    static Problem of(String place, String what, String mend) {
        return Problem.error(CODE, what).at(place).mend(mend);
    }
}
