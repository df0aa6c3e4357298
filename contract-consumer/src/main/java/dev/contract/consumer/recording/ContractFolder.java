package dev.contract.consumer.recording;

import dev.contract.core.format.AtomicFile;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The folder that contract files are written to.
 *
 * <pre>{@code
 * ClassDeclarations declarations = new ClassDeclarations(UserClientTest.class, SpecVersion.V4);
 * declarations.add("finds_an_existing_user()", List.of(declaration));
 * ContractFolder.of(UserClientTest.class, "").record(declarations.end(true, Set.of()), SpecVersion.V4);
 * }</pre>
 *
 * <p>Thread-safe, and safe between processes.
 */
public final class ContractFolder {
    /** The system property, and in JUnit the configuration parameter, that names the folder. */
    public static final String PROPERTY = "contract.directory";

    private final Path directory;

    private ContractFolder(Path directory) {
        this.directory = directory;
    }

    public static ContractFolder at(Path directory) {
        return new ContractFolder(directory.toAbsolutePath().normalize());
    }

    /**
     * The folder for the contracts of a test class: what the system property {@code contract.directory} or the environment variable
     * {@code CONTRACT_DIRECTORY} names, else what the class asks for, else the usual one of its build tool.
     *
     * @param asked seen from the project's folder; empty when the class asks for none
     */
    public static ContractFolder of(Class<?> testClass, String asked) {
        return at(BuildLayout.of(testClass).contracts(asked));
    }

    public Path directory() {
        return directory;
    }

    /**
     * Takes over what a test class declared, and writes the contracts that it is part of.
     *
     * @throws dev.contract.core.problem.ContractException when another class declares one of the interactions with different content, when
     *     the version cannot express one, or when the files cannot be written; all of them are then as they were
     */
    public void record(ClassEnd end, SpecVersion version) {
        FolderLock.hold(shards(), () -> {
            keepOutOfVersionControl(shards());
            Set<Pair> pairs = new LinkedHashSet<>(end.pairs());
            if (end.full()) {
                pairs.addAll(PairFolder.pairsOf(shards(), end.testClass()));
            }
            for (Pair pair : pairs) {
                new PairFolder(directory, shards(), pair).update(end, version);
            }
        });
    }

    /**
     * Puts what is to be known of a test class beside the contracts, or takes away what was known before.
     *
     * @param text empty for nothing
     * @throws dev.contract.core.problem.ContractException when it cannot be written
     */
    public void report(String testClass, String text) {
        Path reports = directory.resolve(".reports");
        Path file = reports.resolve(testClass + ".txt");
        if (!text.isEmpty() || Files.exists(file)) {
            FolderLock.hold(reports, () -> {
                keepOutOfVersionControl(reports);
                if (text.isEmpty()) {
                    Files.delete(file);
                } else {
                    AtomicFile.write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        }
    }

    /** Contracts may be committed; these are about one machine. */
    private static void keepOutOfVersionControl(Path folder) throws IOException {
        Path ignore = folder.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
    }

    private Path shards() {
        return directory.resolve(".shards");
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
