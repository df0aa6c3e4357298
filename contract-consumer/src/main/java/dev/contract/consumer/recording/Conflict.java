package dev.contract.consumer.recording;

import dev.contract.core.format.ContractMerge;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Two tests that declare one interaction with different content. */
final class Conflict {
    private Conflict() {}

    static Optional<Problem> between(Declaration one, Declaration other) {
        boolean same = one.pair().equals(other.pair())
                && Origin.key(one.interaction()).equals(Origin.key(other.interaction()));
        if (!same) {
            return Optional.empty();
        }
        try {
            ContractMerge.merge(alone(one), alone(other));
            return Optional.empty();
        } catch (ContractException e) {
            return e.problems().stream()
                    .findFirst()
                    .map(problem -> problem.at(one.test() + " on one side, " + other.test() + " on the other"));
        }
    }

    private static Contract alone(Declaration declaration) {
        return Contract.of(declaration.consumer(), declaration.provider(), List.of(declaration.interaction()));
    }
}
