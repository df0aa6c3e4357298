package dev.contract.draft.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractWriter;
import dev.contract.core.golden.GoldenCases;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.draft.DraftSettings;
import dev.contract.lint.Lint;
import dev.contract.lint.LintFinding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Of each file of another tool: the contract that it becomes, in which lint finds no error, and what does not become one. */
class GoldenImportTest {

    @TestFactory
    Stream<DynamicTest> every_file_becomes_the_contract_that_is_recorded() {
        return GoldenCases.of(getClass(), GoldenImportTest::imported);
    }

    private static Map<String, String> imported(Path folder) {
        try {
            Imported imported = read(folder);
            byte[] contract = ContractWriter.write(Contract.of("web", "shop", imported.interactions()));
            assertThat(Lint.check("contract.json", contract).count(Severity.ERROR))
                    .isZero();
            return Map.of("contract.json", new String(contract, UTF_8), "problems.txt", text(imported.problems()));
        } catch (ContractException e) {
            return Map.of("problems.txt", text(e.problems()));
        }
    }

    private static Imported read(Path folder) {
        String tool = folder.getFileName().toString().replaceFirst("-.*", "");
        return switch (tool) {
            case "wiremock" ->
                new WireMock(
                                "mappings.json",
                                name -> file(folder.resolve("__files").resolve(name)),
                                DraftSettings.DEFAULT)
                        .read(bytes(folder, "mappings.json"));
            case "mountebank" ->
                new Mountebank("imposters.json", "", DraftSettings.DEFAULT).read(bytes(folder, "imposters.json"));
            default ->
                new SpringContract("contract.yml", name -> file(folder.resolve(name)), DraftSettings.DEFAULT)
                        .read(bytes(folder, "contract.yml"));
        };
    }

    private static byte[] bytes(Path folder, String name) {
        return file(folder.resolve(name)).orElseThrow();
    }

    private static Optional<byte[]> file(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<Problem> problems) {
        return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining("\n"));
    }
}
