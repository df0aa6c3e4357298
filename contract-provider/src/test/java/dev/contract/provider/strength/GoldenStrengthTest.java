package dev.contract.provider.strength;

import dev.contract.core.format.ContractReader;
import dev.contract.core.golden.GoldenCases;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ResponsePart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Of each contract: what its first interaction would not notice in a response; the second interaction, if there is one, holds that response. */
class GoldenStrengthTest {

    @TestFactory
    Stream<DynamicTest> every_contract_has_the_weaknesses_that_are_recorded() {
        return GoldenCases.of(getClass(), folder -> Map.of("strength.txt", text(strength(folder))));
    }

    private static Strength strength(Path folder) {
        Contract contract = contract(folder.resolve("contract.json"));
        ResponsePart expected = response(contract, 0);
        ResponsePart came = response(contract, contract.interactions().size() - 1);
        return Strength.of(expected, PlanCompiler.response(expected, contract.version()), came.example());
    }

    private static ResponsePart response(Contract contract, int interaction) {
        return ((HttpInteraction) contract.interactions().get(interaction)).response();
    }

    private static Contract contract(Path file) {
        try {
            return ContractReader.readOrThrow("contract.json", Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Strength strength) {
        return strength.summary() + "\n"
                + strength.weaknesses().stream().map(each -> each + "\n").collect(Collectors.joining());
    }
}
