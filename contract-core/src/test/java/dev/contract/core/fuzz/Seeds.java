package dev.contract.core.fuzz;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ContractPart;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The good inputs: the recorded cases of this project and, where their folders are given, the test data of others. */
public final class Seeds {
    private static final Map<String, SpecVersion> VERSIONS = Map.of(
            "version-1", SpecVersion.V1,
            "version-1.1", SpecVersion.V1_1,
            "version-2", SpecVersion.V2,
            "version-3", SpecVersion.V3,
            "version-4", SpecVersion.V4);

    /** Two contract files; what the second one holds is compared with what the first one expects. */
    public record Seed(JsonValue expected, JsonValue actual) {}

    private Seeds() {}

    /**
     * All of them.
     *
     * @param cases the folders with recorded cases, relative to the module that is tested
     */
    public static List<Seed> in(Path... cases) {
        List<Seed> seeds = new ArrayList<>();
        for (Path folder : cases) {
            addCases(folder, seeds);
        }
        String specification = System.getProperty("pact.specification");
        if (specification != null) {
            addSpecification(Path.of(specification), seeds);
        }
        String suite = System.getProperty("pact.compatibility.suite");
        if (suite != null) {
            addFixtures(Path.of(suite).resolve("fixtures"), seeds);
        }
        return seeds;
    }

    private static void addCases(Path folder, List<Seed> seeds) {
        for (Path file : jsonBelow(folder)) {
            JsonValue json = read(file).orElse(null);
            if (file.endsWith("pair.json") && json instanceof JsonObject pair) {
                SpecVersion version = SpecVersion.valueOf(pair.string("version").orElse("V4"));
                seeds.add(seed(pair, ContractPart.named(pair.string("side").orElse("response")), version));
            } else if (file.endsWith("contract.json") && json != null) {
                seeds.add(new Seed(json, json));
            }
        }
    }

    private static void addSpecification(Path root, List<Seed> seeds) {
        for (Path file : jsonBelow(root)) {
            Path below = root.relativize(file);
            if (below.getNameCount() > 3 && read(file).orElse(null) instanceof JsonObject testCase) {
                ContractPart part = ContractPart.named(below.getName(2).toString());
                seeds.add(seed(testCase, part, VERSIONS.get(below.getName(0).toString())));
            }
        }
    }

    /** Rules by category, of any version, as fixtures hold them, in a response to which they apply. */
    private static void addFixtures(Path folder, List<Seed> seeds) {
        for (Path file : jsonBelow(folder)) {
            if (read(file).orElse(null) instanceof JsonObject rules) {
                JsonObject response = JsonObject.builder()
                        .put("body", JsonObject.of("content", JsonObject.of("one", rules)))
                        .put("matchingRules", rules)
                        .put("generators", rules)
                        .build();
                JsonObject contract = ContractPart.RESPONSE.file(response, SpecVersion.V4);
                seeds.add(new Seed(contract, contract));
            }
        }
    }

    private static Seed seed(JsonObject pair, ContractPart part, SpecVersion version) {
        return new Seed(
                part.file(pair.object("expected").orElse(JsonObject.EMPTY), version),
                part.file(pair.object("actual").orElse(JsonObject.EMPTY), version));
    }

    private static List<Path> jsonBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<JsonValue> read(Path file) {
        try {
            return Optional.of(JsonReader.read(Files.readAllBytes(file)));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
