package dev.contract.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contract.core.format.ContractReader;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        Part part = Part.valueOf(root.relativize(file).getName(2).toString().toUpperCase(java.util.Locale.ROOT));

        MatchResult result = part.compare(
                part.read(testCase.object("expected").orElseThrow(), version),
                part.read(testCase.object("actual").orElseThrow(), version),
                version);

        assertThat(result.matches())
                .as(testCase.string("comment").orElse("") + "\nfound: " + result.mismatches())
                .isEqualTo(testCase.get("match").flatMap(JsonValue::asBoolean).orElseThrow());
    }

    private enum Part {
        REQUEST {
            @Override
            JsonObject interaction(JsonObject part) {
                return JsonObject.builder()
                        .put("request", part)
                        .put("response", JsonObject.EMPTY)
                        .build();
            }

            @Override
            MatchResult compare(Interaction expected, Interaction actual, SpecVersion version) {
                return PlanCompiler.request(((HttpInteraction) expected).request(), version)
                        .match(((HttpInteraction) actual).request().example());
            }
        },
        RESPONSE {
            @Override
            JsonObject interaction(JsonObject part) {
                return JsonObject.builder()
                        .put("request", JsonObject.EMPTY)
                        .put("response", part)
                        .build();
            }

            @Override
            MatchResult compare(Interaction expected, Interaction actual, SpecVersion version) {
                return PlanCompiler.response(((HttpInteraction) expected).response(), version)
                        .match(((HttpInteraction) actual).response().example());
            }
        },
        MESSAGE {
            @Override
            JsonObject interaction(JsonObject part) {
                return part;
            }

            @Override
            MatchResult compare(Interaction expected, Interaction actual, SpecVersion version) {
                AsyncMessage message = (AsyncMessage) actual;
                return PlanCompiler.message(((AsyncMessage) expected).message(), version)
                        .match(message.message().contents(), message.message().metadata());
            }
        };

        abstract JsonObject interaction(JsonObject part);

        abstract MatchResult compare(Interaction expected, Interaction actual, SpecVersion version);

        /** The part inside a contract file of its version, as the reader gives it back. */
        Interaction read(JsonObject part, SpecVersion version) {
            JsonObject.Builder interaction = interaction(part).toBuilder().put("description", "a case");
            if (version == SpecVersion.V4) {
                interaction.put("type", this == MESSAGE ? "Asynchronous/Messages" : "Synchronous/HTTP");
            }
            boolean messages = this == MESSAGE && version == SpecVersion.V3;
            JsonObject contract = JsonObject.builder()
                    .put(
                            "consumer",
                            JsonObject.builder().put("name", "a consumer").build())
                    .put(
                            "provider",
                            JsonObject.builder().put("name", "a provider").build())
                    .put(messages ? "messages" : "interactions", JsonArray.of(interaction.build()))
                    .put("metadata", metadata(version))
                    .build();
            return ContractReader.readOrThrow("case.json", contract.toJson().getBytes(StandardCharsets.UTF_8))
                    .interactions()
                    .get(0);
        }

        private static JsonObject metadata(SpecVersion version) {
            JsonObject text =
                    JsonObject.builder().put("version", version.text()).build();
            return JsonObject.builder().put("pactSpecification", text).build();
        }
    }
}
