package dev.contract.consumer.answer;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;

/**
 * A fault that happens now and then in place of an answer.
 *
 * @param probability 0 for never to 1 for always
 */
public record Mishap(double probability, Fault fault) {
    public Mishap {
        if (!(probability >= 0 && probability <= 1)) {
            throw new ContractException(Problem.error("CONTRACT-PROBABILITY", "a probability is a number from 0 to 1")
                    .found(Double.toString(probability))
                    .mend("give 0.1 for one answer in ten"));
        }
    }
}
