package dev.contract.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Contract;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import dev.contract.core.schema.ContractSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The data of the specification and of its compatibility suite, as contract files: all of it is understood and written back. */
class SharedFilesTest {
    private static final Map<String, SpecVersion> VERSIONS = Map.of(
            "version-1", SpecVersion.V1,
            "version-1.1", SpecVersion.V1_1,
            "version-2", SpecVersion.V2,
            "version-3", SpecVersion.V3,
            "version-4", SpecVersion.V4);

    /** What is wrong in this data indeed: the rest of it reads without a word. */
    private static final Map<String, List<String>> FINDINGS =
            Map.of("pact-broker_c1.json", List.of("a regular expression cannot be used"));

    @TestFactory
    @EnabledIfSystemProperty(
            named = "pact.specification",
            matches = ".+",
            disabledReason =
                    "get it: git clone https://github.com/pact-foundation/pact-specification, and run with -Dpact.specification=DIR")
    Stream<DynamicTest> every_expectation_of_the_specification() throws IOException {
        Path root = Path.of(System.getProperty("pact.specification"));
        return files(root)
                .map(file -> DynamicTest.dynamicTest(root.relativize(file).toString(), () -> {
                    String folder = root.relativize(file).getName(0).toString();
                    survives(expectation(file, VERSIONS.get(folder)), file);
                }));
    }

    @TestFactory
    @EnabledIfSystemProperty(
            named = "pact.compatibility.suite",
            matches = ".+",
            disabledReason =
                    "get it: git clone https://github.com/pact-foundation/pact-compatibility-suite, and run with -Dpact.compatibility.suite=DIR")
    Stream<DynamicTest> every_fixture_of_the_compatibility_suite() throws IOException {
        Path root = Path.of(System.getProperty("pact.compatibility.suite"));
        return files(root.resolve("fixtures"))
                .map(file ->
                        DynamicTest.dynamicTest(root.relativize(file).toString(), () -> survives(fixture(file), file)));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static JsonObject expectation(Path file, SpecVersion version) throws IOException {
        JsonObject expected =
                json(file).asObject().orElseThrow().object("expected").orElseThrow();
        return switch (file.getParent().getParent().getFileName().toString()) {
            case "request" -> http(expected, JsonObject.EMPTY, version);
            case "response" -> http(JsonObject.EMPTY, expected, version);
            default -> message(expected, version);
        };
    }

    private static JsonObject http(JsonObject request, JsonObject response, SpecVersion version) {
        JsonObject.Builder interaction = JsonObject.builder().put("description", "a case");
        if (version == SpecVersion.V4) {
            interaction.put("type", "Synchronous/HTTP");
        }
        return contract("interactions", interaction.put("request", request).put("response", response), version);
    }

    private static JsonObject message(JsonObject expected, SpecVersion version) {
        JsonObject.Builder message =
                JsonObject.builder().put("description", "a case").putAll(expected);
        return version == SpecVersion.V4
                ? contract("interactions", message.put("type", "Asynchronous/Messages"), version)
                : contract("messages", message, version);
    }

    /** A contract as it stands, matching rules or generators as those of a request, anything else as its body. */
    private static JsonObject fixture(Path file) throws IOException {
        JsonValue json = json(file);
        String name = file.getFileName().toString();
        if (json.asObject().filter(object -> object.has("interactions")).isPresent()) {
            return json.asObject().orElseThrow();
        }
        String attribute =
                name.contains("matcher") ? "matchingRules" : name.contains("generator") ? "generators" : "body";
        return http(JsonObject.of(attribute, json), JsonObject.EMPTY, version(name));
    }

    private static SpecVersion version(String fixture) {
        if (fixture.contains("v4")) {
            return SpecVersion.V4;
        }
        return fixture.contains("v2") ? SpecVersion.V2 : SpecVersion.V3;
    }

    private static JsonObject contract(String list, JsonObject.Builder interaction, SpecVersion version) {
        JsonObject specification = JsonObject.of("version", JsonString.of(version.text()));
        return JsonObject.builder()
                .put("consumer", JsonObject.of("name", JsonString.of("web")))
                .put("provider", JsonObject.of("name", JsonString.of("users")))
                .put(list, JsonArray.of(interaction.build()))
                .put("metadata", JsonObject.of("pactSpecification", specification))
                .build();
    }

    private static JsonValue json(Path file) throws IOException {
        return JsonReader.read(Files.readAllBytes(file));
    }

    private static void survives(JsonObject written, Path file) {
        ReadResult result = read(written.toJson());
        Contract contract = result.contract().orElseThrow();
        String text = text(contract);

        assertThat(result.problems())
                .extracting(Problem::what)
                .isEqualTo(FINDINGS.getOrDefault(file.getFileName().toString(), List.of()));
        assertThat(text(read(text).contract().orElseThrow())).isEqualTo(text);
        assertThat(ContractSchema.of(contract.version()).check(written)).isEmpty();
        assertThat(ContractSchema.of(contract.version()).check(JsonReader.read(text)))
                .isEmpty();
    }

    private static ReadResult read(String text) {
        return ContractReader.read("contract.json", bytes(text));
    }

    private static String text(Contract contract) {
        return new String(ContractWriter.write(contract), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
