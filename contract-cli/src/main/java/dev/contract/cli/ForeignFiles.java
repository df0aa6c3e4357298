package dev.contract.cli;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.draft.foreign.Attachments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of another tool that a user names, one by one or by the directory above them. */
final class ForeignFiles {
    private static final int DEEPEST = 20;
    private static final int MOST = 10_000;

    private final Surroundings surroundings;

    ForeignFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The files, those of directories in the order of their names.
     *
     * @param wanted an expression for the names of files in directories
     * @throws ContractException if there is none
     */
    List<String> find(List<String> names, String wanted) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            Path path = surroundings.path(name);
            if (!Files.isDirectory(path)) {
                found.add(name);
                continue;
            }
            List<String> inside = inside(name, path, wanted);
            if (inside.isEmpty()) {
                throw new ContractException(Problem.error("CONTRACT-FILE", "there is no file to import here")
                        .at(name)
                        .found("a directory without such files")
                        .mend("name the files, or the directory above them"));
            }
            found.addAll(inside);
        }
        return found;
    }

    private static List<String> inside(String name, Path directory, String wanted) {
        try (Stream<Path> files = Files.walk(directory, DEEPEST)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.matches(wanted))
                    .limit(MOST + 1L)
                    .toList();
            if (found.size() > MOST) {
                throw new ContractException(Problem.error("CONTRACT-FILE", "there are too many files to import here")
                        .at(name)
                        .found("more than " + MOST)
                        .mend("name the directories below it one by one"));
            }
            return found.stream()
                    .sorted()
                    .map(file -> Path.of(name, file).toString())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-FILE", "the directory cannot be read")
                            .at(name)
                            .found(e.toString())
                            .mend("allow this user to read it, or name the files"),
                    e);
        }
    }

    /** The files that lie beside one. */
    Attachments beside(String name) {
        return in(Optional.ofNullable(surroundings.path(name).toAbsolutePath().getParent()));
    }

    /** The files of the nearest directory of this name above a file. */
    Attachments above(String name, String directory) {
        Path folder = surroundings.path(name).toAbsolutePath().getParent();
        while (folder != null && !Files.isDirectory(folder.resolve(directory))) {
            folder = folder.getParent();
        }
        return in(Optional.ofNullable(folder).map(each -> each.resolve(directory)));
    }

    /** What a file names must not lead out of the directory: the file may be a stranger's. */
    private static Attachments in(Optional<Path> directory) {
        return name -> directory.flatMap(folder -> {
            try {
                Path root = folder.toRealPath();
                Path file = root.resolve(name).toRealPath();
                return file.startsWith(root) && Files.isRegularFile(file)
                        ? Optional.of(Files.readAllBytes(file))
                        : Optional.empty();
            } catch (IOException | IllegalArgumentException e) {
                return Optional.empty(); // told as a file that is not there
            }
        });
    }
}
