package dev.contract.cli;

import dev.contract.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line inside a test: its own variables, directory and streams; waiting is only noted. */
final class Cli {
    private final Path directory;
    private final Map<String, String> variables = new HashMap<>();
    private boolean colour;
    final List<Duration> pauses = new ArrayList<>();
    private Surroundings.Pause pause = pauses::add;

    /** What a command left behind. */
    record Ended(int exitCode, String out, String err) {}

    Cli(Path directory) {
        this.directory = directory;
    }

    Cli with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Cli onTerminal() {
        colour = true;
        return this;
    }

    /** Waiting breaks, as nothing should. */
    Cli withBrokenClock() {
        pause = duration -> {
            throw new IllegalStateException("the clock stands still");
        };
        return this;
    }

    Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(stream(out), stream(err), colour, colour);
        int exitCode = Main.run(new Surroundings(console, variables, directory, pause), arguments);
        return new Ended(exitCode, text(out), text(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** With the line ends and the directory of every machine, so that whole outputs can be pinned. */
    private String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8)
                .replace(System.lineSeparator(), "\n")
                .replace(directory.toString(), "DIR");
    }
}
