package dev.contract.core.matching;

import dev.contract.core.golden.GoldenCases;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Of each pair of an expected and an actual part: every mismatch, whole and in order. */
class GoldenMatchingTest {

    @TestFactory
    Stream<DynamicTest> every_pair_differs_as_recorded() {
        return GoldenCases.of(getClass(), GoldenMatchingTest::outcome);
    }

    private static Map<String, String> outcome(Path folder) {
        JsonObject pair = read(folder.resolve("pair.json"));
        ContractPart part = ContractPart.named(pair.string("side").orElse("response"));
        SpecVersion version = SpecVersion.valueOf(pair.string("version").orElse("V4"));
        MatchResult result = part.compare(
                part.read(pair.object("expected").orElseThrow(), version),
                part.read(pair.object("actual").orElseThrow(), version),
                version);
        return Map.of("mismatches.txt", text(result));
    }

    private static String text(MatchResult result) {
        return result.matches()
                ? "a match\n"
                : result.mismatches().stream().map(GoldenMatchingTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(Mismatch mismatch) {
        String keys =
                mismatch.missingKeys().isEmpty() && mismatch.unexpectedKeys().isEmpty()
                        ? ""
                        : "  missing " + mismatch.missingKeys() + ", unexpected " + mismatch.unexpectedKeys() + "\n";
        String text = mismatch.kind().text() + "  " + mismatch + "\n  expected " + mismatch.expected() + ", actual "
                + mismatch.actual() + "\n" + keys;
        return text.replace("\r", "\\r");
    }

    private static JsonObject read(Path file) {
        try {
            return (JsonObject) JsonReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
