package dev.contract.consumer.recording;

import dev.contract.core.format.ContractMerge;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Two declarations that cannot both go into one contract. */
final class Conflict {
    private Conflict() {}

    /** Of two tests that declare one interaction with different content. */
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

    /** Of a request and a message, which only version 4 takes into one file. */
    static Optional<Problem> ofKinds(Declaration one, Declaration other, SpecVersion version) {
        boolean same = one.interaction().getClass() == other.interaction().getClass();
        if (version == SpecVersion.V4 || same || !one.pair().equals(other.pair())) {
            return Optional.empty();
        }
        List<Interaction> both = List.of(one.interaction(), other.interaction());
        return ContractWriter.problems(
                        Contract.of(one.consumer(), one.provider(), both).withVersion(version))
                .stream()
                .filter(Problem::isError)
                .findFirst();
    }

    private static Contract alone(Declaration declaration) {
        return Contract.of(declaration.consumer(), declaration.provider(), List.of(declaration.interaction()));
    }
}
