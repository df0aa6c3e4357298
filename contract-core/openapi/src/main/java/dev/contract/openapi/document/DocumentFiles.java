package dev.contract.openapi.document;

import dev.contract.core.json.JsonLimits;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.openapi.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that a document is made of, each read once: the first, and those below its directory that are referred to. Thread-safe.
 *
 * <p>Links of the file system are followed before it is asked whether a file is below the directory.
 */
final class DocumentFiles {
    static final JsonLimits LIMITS = new JsonLimits(16 << 20, 128, 1_000_000);
    private static final int MOST_FILES = 500;

    private final Path shownDirectory;

    /** Null when the document stands alone: then there is nothing beside it. */
    private final @Nullable Path directory;

    private final DocumentFile first;
    private final Map<Path, DocumentFile> files = new LinkedHashMap<>();

    /**
     * Reads the first file.
     *
     * @throws ContractException if it cannot be read
     */
    DocumentFiles(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        this.shownDirectory = file.getParent() == null ? Path.of("") : file.getParent();
        try {
            this.directory = parent == null ? file.toRealPath() : parent.toRealPath();
            Path real = file.toRealPath();
            this.first = read(file.toString(), real);
            files.put(real, first);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /** A document that is no file. */
    DocumentFiles(String name, byte[] bytes) {
        this.shownDirectory = Path.of("");
        this.directory = null;
        JsonDocument document = parsed(name, bytes);
        this.first = new DocumentFile(name, Path.of(""), document.root(), document.problems());
        files.put(first.path(), first);
    }

    DocumentFile first() {
        return first;
    }

    /** All files read so far, the first one first. */
    synchronized Collection<DocumentFile> all() {
        return List.copyOf(files.values());
    }

    /**
     * The file that a relative reference names.
     *
     * @throws ContractException if it is elsewhere, or cannot be read
     */
    synchronized DocumentFile beside(DocumentFile from, String reference) {
        Path directory = this.directory;
        if (directory == null) {
            throw new ContractException(
                    Problem.error("OPENAPI-REF", "the document stands alone, without files beside it")
                            .at(reference)
                            .mend("bundle the document"));
        }
        Path wanted = from.path().resolveSibling(reference).normalize();
        String name =
                shownDirectory.resolve(directory.relativize(wanted).toString()).toString();
        try {
            Path real = inside(inside(wanted, name).toRealPath(), name);
            DocumentFile known = files.get(real);
            return known == null ? added(real, name) : known;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private DocumentFile added(Path real, String name) throws IOException {
        if (files.size() == MOST_FILES) {
            throw new ContractException(
                    Problem.error("OPENAPI-REF", "there are references to more than " + MOST_FILES + " files")
                            .at(name)
                            .mend("bundle the document"));
        }
        DocumentFile file = read(name, real);
        files.put(real, file);
        return file;
    }

    /** Asked before anything of the file is looked at, and again when links of the file system have been followed. */
    private Path inside(Path path, String name) {
        if (directory != null && path.startsWith(directory)) {
            return path;
        }
        throw new ContractException(Problem.error("OPENAPI-REF", "the file is outside the directory of the document")
                .at(name)
                .mend("move it to the document or below it"));
    }

    private static DocumentFile read(String name, Path file) throws IOException {
        if (Files.size(file) > LIMITS.bytes()) {
            throw new ContractException(Problem.error("OPENAPI-FILE", "too large for an OpenAPI document")
                    .at(name)
                    .found(Files.size(file) + " bytes, where at most " + LIMITS.bytes() + " are read")
                    .mend("split the document"));
        }
        JsonDocument document = parsed(name, Files.readAllBytes(file));
        return new DocumentFile(name, file, document.root(), document.problems());
    }

    /** JSON has a reader of its own, which needs no library and has the better messages. */
    private static JsonDocument parsed(String name, byte[] bytes) {
        return name.endsWith(".json")
                ? JsonReader.readLocated(name, bytes, LIMITS)
                : YamlReader.readLocated(name, bytes, LIMITS);
    }

    private static ContractException unreadable(String name, IOException cause) {
        return new ContractException(
                Problem.error("OPENAPI-FILE", "the file of an OpenAPI document cannot be read")
                        .at(name)
                        .found(Files.exists(Path.of(name)) ? String.valueOf(cause.getMessage()) : "no such file")
                        .mend("name a file of JSON or YAML"),
                cause);
    }
}
