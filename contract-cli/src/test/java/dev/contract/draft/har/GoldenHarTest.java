package dev.contract.draft.har;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contract.core.format.ContractWriter;
import dev.contract.core.golden.GoldenCases;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.draft.Draft;
import dev.contract.draft.DraftSettings;
import dev.contract.draft.Drafting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Of each file: the contract that is drafted of it, and what is told. */
class GoldenHarTest {

    @TestFactory
    Stream<DynamicTest> every_file_gives_the_contract_that_is_recorded() {
        return GoldenCases.of(getClass(), GoldenHarTest::drafted);
    }

    private static Map<String, String> drafted(Path folder) {
        try {
            Path target = folder.resolve("target.txt");
            HarFile har = HarFile.read(
                    "traffic.har",
                    Files.readAllBytes(folder.resolve("traffic.har")),
                    Files.exists(target) ? Files.readString(target).strip() : "");
            Draft draft = Drafting.contract("web", "users", har.samples(), DraftSettings.DEFAULT);
            List<Problem> problems = new ArrayList<>(har.problems());
            problems.addAll(draft.problems());
            return Map.of(
                    "contract.json",
                    new String(ContractWriter.write(draft.contract()), UTF_8),
                    "problems.txt",
                    text(problems));
        } catch (ContractException e) {
            return Map.of("problems.txt", text(e.problems()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<Problem> problems) {
        return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining("\n"));
    }
}
