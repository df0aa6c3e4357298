package dev.contract.openapi;

import dev.contract.core.golden.GoldenCases;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is found in the documents and exchanges of the case folders: {@code document.yaml} or {@code document.json} with what is wrong in
 * it as {@code problems.txt}, {@code exchanges.txt} with what is found as {@code findings.txt}.
 */
class GoldenFindingsTest {
    @TestFactory
    Stream<DynamicTest> finds_in_documents_and_exchanges_what_is_recorded() {
        return GoldenCases.of(GoldenFindingsTest.class, GoldenFindingsTest::texts);
    }

    private static Map<String, String> texts(Path folder) {
        Path json = folder.resolve("document.json");
        OpenApiCheck check = OpenApiCheck.of(Files.exists(json) ? json : folder.resolve("document.yaml"));
        String problems =
                check.document().stream().map(Problem::toString).collect(Collectors.joining("\n\n", "", "\n"));
        String findings = ExchangeFile.parse(text(folder.resolve("exchanges.txt"))).stream()
                .map(exchange -> findings(check, exchange))
                .collect(Collectors.joining("\n"));
        String prefix = folder + "/";
        return Map.of("problems.txt", problems.replace(prefix, ""), "findings.txt", findings.replace(prefix, ""));
    }

    private static String findings(OpenApiCheck check, ExchangeFile exchange) {
        OpenApiFindings findings = check.check(exchange.request(), exchange.response());
        return "=== " + exchange.name() + "\n"
                + findings.all().stream()
                        .map(each -> (each.isAdvice() ? "advice  " : "error   ") + each + "\n        at "
                                + each.pointer() + "\n")
                        .collect(Collectors.joining());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
