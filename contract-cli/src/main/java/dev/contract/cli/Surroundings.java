package dev.contract.cli;

import dev.contract.cli.console.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Everything outside that a command may look at; a test makes its own.
 *
 * <p>Immutable.
 *
 * @param variables of the environment
 * @param directory against which relative paths are resolved
 */
record Surroundings(Console console, Map<String, String> variables, Path directory, Pause pause) {

    /** Waiting. */
    interface Pause {
        void await(Duration duration) throws InterruptedException;
    }

    static Surroundings ofThisProcess() {
        boolean colour = Ansi.AUTO.enabled() && System.getenv("NO_COLOR") == null;
        boolean terminal = colour && System.getenv("CLICOLOR_FORCE") == null; // which colours what nobody watches
        Console console = new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), colour, terminal);
        return new Surroundings(console, System.getenv(), Path.of(""), duration -> Thread.sleep(duration.toMillis()));
    }

    /** A variable; null when it is not set or blank. */
    @Nullable
    String variable(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    Surroundings withVariables(Map<String, String> others) {
        return new Surroundings(console, others, directory, pause);
    }

    static boolean isTrue(@Nullable String value) {
        return value != null && List.of("true", "1", "yes").contains(value.toLowerCase(Locale.ROOT));
    }

    /** A path as the user wrote it, absolute or below the directory. */
    Path path(String text) {
        return directory.resolve(text);
    }

    /** Java 17 would turn an arrow into a question mark under {@code LANG=C}; terminals of today read UTF-8, but for Windows. */
    private static PrintStream stream(FileDescriptor descriptor) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Charset charset =
                windows ? Charset.forName(System.getProperty("native.encoding", "UTF-8")) : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }
}
