package dev.contract.compare.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractReader;
import dev.contract.core.golden.GoldenCases;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.promise.PromiseCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is found between {@code pact.json} and {@code document.yaml} of the case folders, as {@code findings.txt}. */
class GoldenPromiseTest {
    private static final Path CASES = Path.of("src/test/resources/dev/contract/compare/promise/cases");

    @TestFactory
    Stream<DynamicTest> finds_what_is_recorded() {
        return GoldenCases.of(
                GoldenPromiseTest.class,
                folder -> Map.of(
                        "findings.txt",
                        comparison(folder).shortfalls().stream()
                                .map(each -> each.text("pact.json") + "\n")
                                .collect(Collectors.joining("\n"))));
    }

    private static PromiseComparison comparison(Path folder) {
        return PromiseComparison.of(
                ContractReader.read("pact.json", bytes(folder.resolve("pact.json")))
                        .contract()
                        .orElseThrow(),
                OpenApiDocument.read("document.yaml", bytes(folder.resolve("document.yaml"))));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_code_is_among_them() throws IOException {
        List<PromiseCode> found;
        try (Stream<Path> folders = Files.list(CASES)) {
            found = folders.flatMap(folder -> comparison(folder).shortfalls().stream())
                    .map(Shortfall::code)
                    .distinct()
                    .toList();
        }

        assertThat(found).containsExactlyInAnyOrder(PromiseCode.values());
    }
}
