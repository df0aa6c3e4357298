package dev.contract.provider.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path with characters that stand for others, as for {@link java.nio.file.FileSystem#getPathMatcher}: {@code *} and {@code ?} within a
 * name, {@code **} for whole directories, {@code [ab]}, {@code {web,app}}. Unlike there, {@code **}{@code /} may stand for no directory
 * at all, as it does in shells and build tools.
 *
 * <p>Immutable.
 */
public record Glob(String pattern) {
    private static final String MAGIC = "*?[{";

    /** Whether a text has characters that stand for others. */
    public static boolean isGlob(String text) {
        return text.chars().anyMatch(c -> MAGIC.indexOf(c) >= 0);
    }

    /**
     * The files it names, sorted, as the user would write them.
     *
     * @param directory where a relative pattern starts
     * @throws java.util.regex.PatternSyntaxException if the pattern is none
     * @throws IOException if a directory cannot be read; or as {@link java.io.UncheckedIOException}
     */
    public List<String> files(Path directory) throws IOException {
        String root = root();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + matched());
        Path start = directory.resolve(root);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start, depth())) {
            return files.filter(Files::isRegularFile)
                    .map(start::relativize)
                    .filter(matcher::matches)
                    .sorted()
                    .map(file -> root + file)
                    .toList();
        }
    }

    /** The last directory that it names literally, with its slash; empty when there is none. */
    private String root() {
        int magic = (int) pattern.chars().takeWhile(c -> MAGIC.indexOf(c) < 0).count();
        return pattern.substring(0, pattern.lastIndexOf('/', magic) + 1);
    }

    /** Groups cannot stand inside of groups, so a pattern that has some stays as it is. */
    private String matched() {
        String rest = pattern.substring(root().length());
        return rest.contains("{") ? rest : rest.replace("**/", "{**/,}");
    }

    /** A build has many directories in which nothing can match. */
    private int depth() {
        String rest = pattern.substring(root().length());
        return rest.contains("**")
                ? Integer.MAX_VALUE
                : 1 + (int) rest.chars().filter(c -> c == '/').count();
    }
}
