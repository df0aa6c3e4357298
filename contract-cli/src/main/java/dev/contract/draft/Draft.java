package dev.contract.draft;

import dev.contract.core.model.Contract;
import dev.contract.core.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A drafted contract.
 *
 * <p>Immutable.
 *
 * @param problems what was seen and stands in no interaction, and why
 * @param secrets in how many interactions an example stands in place of a secret, by its place in words: {@code Authorization of requests}
 */
public record Draft(Contract contract, List<Problem> problems, Map<String, Integer> secrets) {
    public Draft {
        problems = List.copyOf(problems);
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }
}
