package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.cli.console.Style;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.lint.Lint;
import dev.contract.lint.LintFinding;
import dev.contract.lint.LintFinding.Place;
import dev.contract.lint.LintFinding.Severity;
import dev.contract.lint.LintResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract lint}: every file is looked at, also when one before it could not be read. */
@Command(abbreviateSynopsis = true)
final class LintCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    LintCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        Map<String, LintResult> results = new LinkedHashMap<>();
        for (String name : options.files(surroundings)) {
            results.put(name, Lint.check(name, NamedFiles.bytes(surroundings, name)));
        }
        if (output.isJson()) {
            console.result(output.json(json(results)));
        } else {
            print(results);
        }
        return exitCode(results);
    }

    private int exitCode(Map<String, LintResult> results) {
        if (!results.values().stream().allMatch(LintResult::readable)) {
            return ExitCode.COULD_NOT;
        }
        return options.exitCode(count(results, Severity.ERROR), count(results, Severity.WARNING));
    }

    private static long count(Map<String, LintResult> results, Severity severity) {
        return results.values().stream()
                .mapToLong(result -> result.count(severity))
                .sum();
    }

    private void print(Map<String, LintResult> results) {
        for (LintResult result : results.values()) {
            for (LintFinding finding : result.findings()) {
                console.result(coloured(finding) + "\n");
            }
        }
        int interactions =
                results.values().stream().mapToInt(LintResult::interactions).sum();
        console.result(Console.counted(interactions, "interaction") + " in " + Console.counted(results.size(), "file")
                + ": " + summary(results));
    }

    private static String summary(Map<String, LintResult> results) {
        if (results.values().stream().allMatch(result -> result.findings().isEmpty())) {
            return "nothing found";
        }
        return "errors " + count(results, Severity.ERROR) + ", warnings " + count(results, Severity.WARNING)
                + ", advice " + count(results, Severity.ADVICE);
    }

    private String coloured(LintFinding finding) {
        String text = Console.plain(finding.toString());
        int end = finding.severity().name().length();
        return switch (finding.severity()) {
            case ERROR -> console.style(Style.BAD, text.substring(0, end)) + text.substring(end);
            case WARNING -> console.style(Style.DOUBTFUL, text.substring(0, end)) + text.substring(end);
            case ADVICE -> text;
        };
    }

    private static JsonObject json(Map<String, LintResult> results) {
        List<JsonObject> files = new ArrayList<>();
        results.forEach((name, result) -> files.add(JsonObject.builder()
                .put("file", name)
                .put("readable", result.readable())
                .put("interactions", result.interactions())
                .put(
                        "findings",
                        JsonArray.of(result.findings().stream()
                                .map(LintCommand::json)
                                .toList()))
                .build()));
        return JsonObject.builder()
                .put("errors", count(results, Severity.ERROR))
                .put("warnings", count(results, Severity.WARNING))
                .put("advice", count(results, Severity.ADVICE))
                .put("files", JsonArray.of(files))
                .build();
    }

    /** Every finding has every attribute; null stands where there is nothing to say. */
    private static JsonObject json(LintFinding finding) {
        Place place = finding.place();
        return JsonObject.builder()
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("code", finding.code())
                .put("what", finding.what())
                .put("line", number(place.location().line()))
                .put("column", number(place.location().column()))
                .put("interaction", text(place.interaction()))
                .put("path", text(place.path().isEmpty() ? null : place.path()))
                .put("found", text(finding.found()))
                .put("mend", text(finding.mend()))
                .build();
    }

    private static JsonValue text(@Nullable String text) {
        return text == null ? JsonNull.NULL : JsonString.of(text);
    }

    private static JsonValue number(int number) {
        return number == 0 ? JsonNull.NULL : JsonNumber.of(number);
    }
}
