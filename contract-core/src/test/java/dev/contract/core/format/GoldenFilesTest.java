package dev.contract.core.format;

import dev.contract.core.golden.GoldenCases;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Of each file: every problem it is read with, and what it is written back as. */
class GoldenFilesTest {

    @TestFactory
    Stream<DynamicTest> every_file_is_read_and_written_back_as_recorded() {
        return GoldenCases.of(getClass(), GoldenFilesTest::outcome);
    }

    private static Map<String, String> outcome(Path folder) {
        ReadResult result = ContractReader.read("contract.json", bytes(folder.resolve("contract.json")));
        return Map.of(
                "problems.txt",
                text(result.problems()),
                "written.json",
                result.contract().map(GoldenFilesTest::written).orElse("nothing\n"));
    }

    private static String written(Contract contract) {
        try {
            return new String(ContractWriter.write(contract, "1.0"), StandardCharsets.UTF_8);
        } catch (ContractException e) {
            return text(e.problems());
        }
    }

    private static String text(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.severity() + "  " + problem + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
