package dev.contract.cli.history;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The git program in a directory: what it prints, within limits of size and time. */
final class GitProgram {
    private static final int MOST_BYTES = 100_000_000;
    private static final int MOST_SECONDS = 60;
    private static final int LONGEST_COMPLAINT = 10_000;

    private final Path directory;

    GitProgram(Path directory) {
        this.directory = directory;
    }

    /** The lines that git prints; empty when it refuses. */
    Optional<List<String>> lines(String... arguments) {
        return bytes(arguments)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList());
    }

    /**
     * What git prints; empty when it refuses.
     *
     * @throws ContractException if there is no git, or if it prints or works without end
     */
    Optional<byte[]> bytes(String... arguments) {
        try {
            Process git = start(Redirect.DISCARD, arguments);
            git.getOutputStream().close();
            byte[] printed = git.getInputStream().readNBytes(MOST_BYTES + 1);
            if (printed.length > MOST_BYTES || !git.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                throw endless(arguments);
            }
            return git.exitValue() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-GIT", "the git program cannot be run")
                            .found(e.toString())
                            .mend("install git, or name files instead of revisions"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw endless(arguments);
        }
    }

    /** What git says when it refuses, in its first line. */
    String complaint(String... arguments) {
        try {
            Process git = start(Redirect.PIPE, arguments);
            git.getOutputStream().close();
            String said = new String(git.getErrorStream().readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8);
            git.destroy();
            return said.lines().findFirst().orElse("git says nothing");
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Nothing is fetched, asked or paged, and no lock is taken. */
    private Process start(Redirect errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "--no-pager",
                "-c",
                "core.quotePath=false",
                "-c",
                "log.follow=false",
                "-c",
                "log.showSignature=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        return builder.start();
    }

    private static ContractException endless(String... arguments) {
        return new ContractException(
                Problem.error("CONTRACT-GIT", "git was stopped, for it printed too much or took too long")
                        .at("git " + String.join(" ", arguments))
                        .mend("name a smaller file or directory, or fewer revisions"));
    }
}
