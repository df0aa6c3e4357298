package dev.contract.provider.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The watchdog where there is no shell: told the same as the script in {@link Watchdog}, and does the same. Needs no library. */
final class WatchdogMain {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private WatchdogMain() {}

    /**
     * Waits for one service.
     *
     * @param arguments the mark, and the command that cleans up
     */
    public static void main(String... arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        String service = lines.readLine();
        if (service != null && (!service.matches("[0-9]+") || lines.readLine() != null)) {
            return;
        }
        end(service, new Mark(arguments[0]));
        List<String> afterwards = Arrays.asList(arguments).subList(1, arguments.length);
        if (!afterwards.isEmpty()) {
            new ProcessBuilder(afterwards)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        }
    }

    private static void end(@Nullable String service, Mark mark) {
        ProcessTree tree = new ProcessTree(() -> LinuxProcesses.marked(mark));
        if (service != null) {
            ProcessHandle.of(Long.parseLong(service)).ifPresent(tree::add);
        }
        tree.stop(PATIENCE);
    }
}
