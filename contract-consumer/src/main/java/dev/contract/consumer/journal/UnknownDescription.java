package dev.contract.consumer.journal;

import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.List;

/** What a test calls an interaction that is called otherwise. */
public final class UnknownDescription {
    private UnknownDescription() {}

    /**
     * The problem, with the descriptions that are like the wanted one.
     *
     * @param declared what interactions are called
     */
    public static Problem problem(String code, String description, List<String> declared) {
        return Problem.error(code, "no interaction has this description")
                .found(Quoted.text(description)
                        + (declared.isEmpty() ? "" : ", not " + NearNames.listed(description, declared)))
                .mend(NearNames.didYouMean(description, declared, "give the text of its uponReceiving(…)"));
    }
}
