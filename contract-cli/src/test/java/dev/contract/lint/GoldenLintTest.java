package dev.contract.lint;

import dev.contract.core.golden.GoldenCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Of each file: every finding. The good ones have none. */
class GoldenLintTest {

    @TestFactory
    Stream<DynamicTest> every_file_has_the_findings_that_are_recorded() {
        return GoldenCases.of(getClass(), folder -> Map.of("findings.txt", findings(folder)));
    }

    private static String findings(Path folder) {
        try {
            byte[] file = Files.readAllBytes(folder.resolve("contract.json"));
            return Lint.check("contract.json", file).findings().stream()
                    .map(finding -> finding + "\n")
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
