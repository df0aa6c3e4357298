package dev.contract.core.matching.rule;

import dev.contract.core.golden.GoldenCases;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Problem;
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

/** Of each rule: its verdict and sentence for a value of every kind, as JSON and as text. */
class RuleTableTest {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"true\"",
            "0",
            "100",
            "-1.50",
            "1e3",
            "\"\"",
            "\"a\"",
            "\"100\"",
            "\"1.0.0\"",
            "\"2024-02-29\"",
            "\"2023-02-29\"",
            "[]",
            "[1,\"a\"]",
            "{}",
            "{\"b\":1,\"a\":[]}");

    @TestFactory
    Stream<DynamicTest> every_rule_judges_as_recorded() {
        return GoldenCases.of(getClass(), RuleTableTest::outcome);
    }

    private static Map<String, String> outcome(Path folder) {
        JsonObject table = read(folder.resolve("rule.json"));
        List<Problem> problems = new ArrayList<>();
        RuleGroup group = RuleJson.list(table);
        Rules rules = new RuleCompiler(() -> "a rule of this test", problems::add).compile(group);
        JsonValue example = table.get("example").orElse(JsonString.of("an example"));
        String text = "example " + example + "\n\n"
                + VALUES.stream()
                        .map(value -> line(rules, example, JsonReader.read(value)))
                        .collect(Collectors.joining());
        String found = problems.stream().map(problem -> "\n" + problem + "\n").collect(Collectors.joining());
        return Map.of("verdicts.txt", text + found);
    }

    private static String line(Rules rules, JsonValue example, JsonValue value) {
        String json = "%-16s  json  %s%n".formatted(value, verdict(rules.refusals(example, value)));
        return value instanceof JsonString string
                ? json + "%-16s  text  %s%n".formatted("", verdict(rules.refusalsOfText(example.text(), string.text())))
                : json;
    }

    private static String verdict(List<String> refusals) {
        return refusals.isEmpty() ? "accepted" : String.join("; ", refusals);
    }

    private static JsonObject read(Path file) {
        try {
            return (JsonObject) JsonReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
