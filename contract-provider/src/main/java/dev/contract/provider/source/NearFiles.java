package dev.contract.provider.source;

import dev.contract.core.problem.NearNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files and directories that a reader would take for one that is not there. */
public final class NearFiles {
    private static final int MOST_LOOKED_AT = 10_000;

    private NearFiles() {}

    /**
     * The path that was likely meant: one that is there, written as this one was.
     *
     * @param base against which the path is resolved
     * @param missing what is not there
     * @return empty when nothing there has a name like it, or nobody may look
     */
    public static Optional<Path> of(Path base, Path missing) {
        Path parent = missing.getParent();
        if (parent == null || Files.exists(base.resolve(parent))) {
            return inside(base, missing);
        }
        return of(base, parent).flatMap(meant -> {
            Path path = meant.resolve(missing.getFileName());
            return Files.exists(base.resolve(path)) ? Optional.of(path) : inside(base, path);
        });
    }

    /** An ending that all files have makes no two of them alike. */
    private static String stem(String name) {
        return name.replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    private static Optional<Path> inside(Path base, Path missing) {
        try (Stream<Path> files = Files.list(base.resolve(missing).resolveSibling(""))) {
            List<String> names = files.limit(MOST_LOOKED_AT)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
            String name = missing.getFileName().toString();
            return NearNames.nearest(name, names)
                    .filter(near ->
                            NearNames.nearest(stem(name), List.of(stem(near))).isPresent())
                    .map(missing::resolveSibling);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
