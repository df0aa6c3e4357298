package dev.contract.cli;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.source.Glob;
import dev.contract.provider.source.NearFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The files that a user names by file, directory or glob, each once, in the order of the names. */
final class NamedFiles {
    private final Surroundings surroundings;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private NamedFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static NamedFiles find(Surroundings surroundings, List<String> names) {
        NamedFiles files = new NamedFiles(surroundings);
        names.forEach(files::add);
        return files;
    }

    /** As {@link #find}, for those who can do nothing with a part of them. */
    static List<String> all(Surroundings surroundings, List<String> names) {
        NamedFiles files = find(surroundings, names);
        if (!files.problems.isEmpty()) {
            throw new ContractException(files.problems);
        }
        return files.names();
    }

    /** Paths as the user would write them. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** The names that stand for nothing. */
    List<Problem> problems() {
        return problems;
    }

    /**
     * What a file holds.
     *
     * @throws ContractException if it cannot be read
     */
    static byte[] bytes(Surroundings surroundings, String name) {
        return bytes(surroundings.path(name), name);
    }

    /** As {@link #bytes(Surroundings, String)}, of a path that nobody wrote. */
    static byte[] bytes(Path file) {
        return bytes(file, file.toString());
    }

    private static byte[] bytes(Path file, String name) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-FILE", "there is no such file")
                            .at(name)
                            .found("nothing at " + file.toAbsolutePath().normalize())
                            .mend("check the path; it is relative to the working directory"),
                    e);
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-FILE", "the file cannot be read")
                            .at(name)
                            .found(e.toString())
                            .mend("name a file that this user may read"),
                    e);
        }
    }

    private void add(String name) {
        try {
            List<String> found = find(name);
            names.addAll(found);
            if (found.isEmpty()) {
                problems.add(none(name));
            }
        } catch (PatternSyntaxException e) {
            problems.add(Problem.error("CONTRACT-FILE", "there is no such file, and the name is no glob either")
                    .at(name)
                    .found(e.getDescription())
                    .mend("close each [ and {, or put a backslash before it"));
        } catch (IOException | UncheckedIOException e) {
            problems.add(Problem.error("CONTRACT-FILE", "the directory cannot be read")
                    .at(name)
                    .found(e.toString())
                    .mend("allow this user to read it, or name the files"));
        }
    }

    private Problem none(String name) {
        if (name.contains("://")) {
            return Problem.error("CONTRACT-FILE", "only files are read here, no URLs")
                    .at(name)
                    .mend("have it as a file first: contract get-pacts --provider NAME --latest --download");
        }
        boolean isDirectory = Files.isDirectory(surroundings.path(name));
        return Problem.error("CONTRACT-FILE", "there is no contract file here")
                .at(name)
                .found(isDirectory ? "a directory without *.json files" : "nothing")
                .mend((isDirectory || Glob.isGlob(name) ? Optional.<Path>empty() : near(name))
                        .map(near -> "did you mean " + near + "?")
                        .orElse("run the consumer's tests, which write contracts; or check the path"));
    }

    private Optional<Path> near(String name) {
        return NearFiles.of(surroundings.directory(), Path.of(name));
    }

    private List<String> find(String name) throws IOException {
        Path path = surroundings.path(name);
        if (Files.isDirectory(path)) {
            return listed(name, path);
        }
        if (Files.exists(path)) {
            return List.of(name);
        }
        return new Glob(name).files(surroundings.directory());
    }

    private static List<String> listed(String name, Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json") && !file.startsWith("."))
                    .sorted()
                    .map(file -> Path.of(name, file).toString())
                    .toList();
        }
    }
}
