package dev.contract.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of the Pact specification's own test data, under its own name, unaltered. */
class SpecificationTest {
    private static final Map<String, SpecVersion> VERSIONS = Map.of(
            "version-1", SpecVersion.V1,
            "version-1.1", SpecVersion.V1_1,
            "version-2", SpecVersion.V2,
            "version-3", SpecVersion.V3,
            "version-4", SpecVersion.V4);

    @TestFactory
    Stream<DynamicTest> agrees_with_the_cases_of_the_specification() throws IOException {
        String folder = System.getProperty("pact.specification");
        assumeTrue(
                folder != null,
                "set -Dpact.specification=DIR to a clone of github.com/pact-foundation/pact-specification with its version branches in folders version-1 … version-4");
        Path root = Path.of(folder);
        List<Path> cases;
        try (Stream<Path> files = Files.walk(root)) {
            cases = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> file.toString().contains("testcases"))
                    .sorted()
                    .toList();
        }
        assertThat(cases).as("cases below " + root).isNotEmpty();
        return cases.stream()
                .map(file ->
                        DynamicTest.dynamicTest(root.relativize(file).toString(), file.toUri(), () -> run(root, file)));
    }

    private static void run(Path root, Path file) throws IOException {
        SpecVersion version = VERSIONS.get(root.relativize(file).getName(0).toString());
        JsonObject testCase = (JsonObject) JsonReader.read(Files.readAllBytes(file));
        ContractPart part = ContractPart.named(root.relativize(file).getName(2).toString());

        MatchResult result = part.compare(
                part.read(testCase.object("expected").orElseThrow(), version),
                part.read(testCase.object("actual").orElseThrow(), version),
                version);

        assertThat(result.matches())
                .as(testCase.string("comment").orElse("") + "\nfound: " + result.mismatches())
                .isEqualTo(testCase.get("match").flatMap(JsonValue::asBoolean).orElseThrow());
    }
}
