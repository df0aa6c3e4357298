package dev.contract.cli;

import dev.contract.cli.Cli.Ended;
import dev.contract.core.golden.GoldenCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Of {@code contract usage} and {@code contract whatif}: all that they print, in each of their forms. */
class UsersOfAProviderTest {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TestFactory
    Stream<DynamicTest> every_command_prints_what_was_recorded() {
        return GoldenCases.of(getClass(), UsersOfAProviderTest::outcome);
    }

    private static Map<String, String> outcome(Path folder) {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (String line : lines(folder.resolve("commands.txt"))) {
            List<String> words = words(line);
            outputs.put(words.get(0), output(folder.toAbsolutePath(), words.subList(1, words.size())));
        }
        return outputs;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String line) {
        Matcher word = WORD.matcher(line);
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    /** Of the contracts beside it with "users", unless it says otherwise. */
    private static String output(Path folder, List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        if (!arguments.contains("--provider") && !arguments.contains("routes")) {
            arguments.addAll(List.of("--provider", "users"));
        }
        if (words.size() < 2 || words.get(1).startsWith("-")) {
            arguments.add("contracts");
        }
        Ended ended = new Cli(folder).run(arguments.toArray(String[]::new));
        return ended.out() + ended.err() + "exit code " + ended.exitCode() + "\n";
    }
}
