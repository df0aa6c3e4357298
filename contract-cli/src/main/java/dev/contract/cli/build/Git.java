package dev.contract.cli.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the git command says of a working directory; nothing where there is no repository or no git. */
final class Git {
    private Git() {}

    static BuildFacts facts(Path directory) {
        return new BuildFacts(
                "git",
                printed(directory, "rev-parse", "HEAD"),
                printed(directory, "symbolic-ref", "--quiet", "--short", "HEAD"),
                null);
    }

    /** What git prints; null when it fails or prints nothing. */
    static @Nullable String printed(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean fine = git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0;
            return fine && !printed.isBlank() ? printed.strip() : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
