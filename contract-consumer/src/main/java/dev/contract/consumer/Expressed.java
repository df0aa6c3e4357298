package dev.contract.consumer;

import dev.contract.core.format.ContractWriter;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/** Refuses what the version of the contract cannot express while the line that declared it is still on the stack, and warns of what it should not. */
final class Expressed {
    private Expressed() {}

    /** Hands on what this version can express. */
    static <I extends Interaction> Consumer<I> in(SpecVersion version, Consumer<I> next) {
        return interaction -> {
            check(version, interaction);
            next.accept(interaction);
        };
    }

    /** @throws ContractException that names what this version cannot express, and the line of the test */
    static void check(SpecVersion version, Interaction interaction) {
        Contract alone = Contract.of("the consumer", "the provider", List.of(interaction))
                .withVersion(version);
        List<Problem> refused =
                ContractWriter.problems(alone).stream().filter(Problem::isError).toList();
        if (!refused.isEmpty()) {
            throw new ContractException(refused);
        }
        SecretExamples.warn(interaction);
    }
}
