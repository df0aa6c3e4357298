package dev.contract.openapi.document;

import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Shortened;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in a document, each with its place. Used once. */
final class Complaints {
    private static final int MOST = 200;
    private static final int LONGEST = 300;

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> all() {
        return List.copyOf(problems);
    }

    void error(String code, Node where, String what, String mend) {
        add(Problem.error(code, line(what)), where, mend);
    }

    void warning(String code, Node where, String what, String mend) {
        add(Problem.warning(code, line(what)), where, mend);
    }

    void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    private void add(Problem problem, Node where, String mend) {
        Problem placed = problem.at(where.toString()).mend(mend);
        if (!problems.contains(placed)) {
            add(placed);
        }
    }

    private static String line(String text) {
        return Shortened.to(LONGEST, text.replaceAll("\\p{Cntrl}+", " "));
    }
}
