package dev.contract.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A command line, each command a process that runs to its end.
 *
 * @param start the words before those of a command
 * @param environment what its processes find there besides what this one does; nothing about a broker but this
 */
record Program(String name, List<String> start, Map<String, String> environment) {

    static Program of(String name, String... start) {
        return new Program(name, List.of(start), Map.of());
    }

    /** The same program, its commands sent to a broker. */
    Program at(String broker) {
        return new Program(name, start, Map.of("PACT_BROKER_BASE_URL", broker));
    }

    /**
     * @param exitCode what the process ended with
     * @param output what it printed, to both outputs
     */
    record Outcome(int exitCode, String output) {
        Verdict verdict() {
            return Verdict.of(exitCode == 0, output);
        }
    }

    Outcome run(Path directory, String... words) {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(start.stream(), Stream.of(words)).toList())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PACT_"));
        builder.environment().putAll(environment);
        builder.environment().put("PACT_DO_NOT_TRACK", "true");
        builder.environment().put("NO_COLOR", "true");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
