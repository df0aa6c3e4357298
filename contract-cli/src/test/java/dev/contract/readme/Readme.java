package dev.contract.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A manual of this repository, taken apart. */
public record Readme(String name, List<String> lines) {
    private static final String FENCE = "```";

    /** The root of the repository, wherever the test was started. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("contract-cli"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** All sources, and nothing that was built of them: other modules are built at the same time. */
    public static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isBuilt(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sources.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    private static boolean isBuilt(Path folder) {
        return (folder.endsWith("target") || folder.endsWith("build"))
                && Files.exists(folder.resolveSibling("pom.xml"));
    }

    /** The manual of the repository and those of its modules. */
    public static List<Readme> all() {
        try (Stream<Path> modules = Files.list(root())) {
            return Stream.concat(Stream.of(root()), modules.sorted())
                    .map(folder -> folder.resolve("README.md"))
                    .filter(Files::isRegularFile)
                    .map(Readme::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The manual of a module; that of the repository when the module is empty. */
    public static Readme of(String module) {
        return read(root().resolve(module).resolve("README.md"));
    }

    private static Readme read(Path file) {
        try {
            return new Readme(
                    root().relativize(file).toString().replace('\\', '/'),
                    Files.readString(file).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Snippet> snippets() {
        List<Snippet> snippets = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(FENCE)) {
                continue;
            }
            if (open < 0) {
                open = i;
            } else {
                String language = lines.get(open).substring(FENCE.length()).strip();
                snippets.add(new Snippet(name, open + 2, language, String.join("\n", lines.subList(open + 1, i))));
                open = -1;
            }
        }
        if (open >= 0) {
            throw new AssertionError(name + ":" + (open + 1) + ": a fence that is never closed");
        }
        return snippets;
    }

    /** The blocks of one language, in their order. */
    public List<Snippet> snippets(String language) {
        return snippets().stream()
                .filter(snippet -> snippet.language().equals(language))
                .toList();
    }

    /** What stands below a heading, up to the next one. */
    public Readme section(String heading) {
        int start = lines.indexOf(heading);
        if (start < 0) {
            throw new AssertionError(name + " has no heading " + heading);
        }
        List<String> below = lines.subList(start + 1, lines.size());
        return new Readme(
                name, below.stream().takeWhile(line -> !line.startsWith("## ")).toList());
    }

    /** The cells of all rows of the tables whose header starts with this cell, without the header. */
    public List<List<String>> table(String firstHeader) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            List<String> cells = cells(line);
            boolean header = !cells.isEmpty() && cells.get(0).equals(firstHeader);
            if (inside && !cells.isEmpty() && !cells.get(0).matches("-+")) {
                rows.add(cells);
            }
            inside = header || (inside && !cells.isEmpty());
        }
        return rows;
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        return Stream.of(line.substring(1).split("(?<!\\\\)\\|"))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }
}
