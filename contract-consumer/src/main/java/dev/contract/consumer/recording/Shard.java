package dev.contract.consumer.recording;

import dev.contract.core.format.AtomicFile;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The part of a contract that one test class declared; on disk a contract file with a few more attributes.
 *
 * <p>Immutable.
 *
 * @param testClass the full name of the class; empty for what was in the contract before there were shards
 * @param classes where the class was loaded from; empty when unknown
 * @param version the version that the class wants the contract to be written in
 */
record Shard(String testClass, String classes, SpecVersion version, Contract contract) {
    private static final System.Logger LOG = System.getLogger(Shard.class.getName());
    private static final String MARK = "shard";
    private static final String BEFORE = "(before)";

    static Shard of(ClassEnd end, SpecVersion version, Pair pair) {
        return new Shard(
                end.testClass(), end.classes(), version, Contract.of(pair.consumer(), pair.provider(), List.of()));
    }

    /** What an assembled contract held before there were shards. */
    static Shard before(Contract contract) {
        return new Shard("", "", SpecVersion.V1, contract.withVersion(SpecVersion.V4));
    }

    /** Reads a shard; one that cannot be read is as good as none, its class will write it again. */
    static Optional<Shard> read(Path file) {
        try {
            Contract contract = ContractReader.readOrThrow(file.toString(), Files.readAllBytes(file));
            JsonObject mark = contract.extra().object(MARK).orElse(JsonObject.EMPTY);
            return Optional.of(new Shard(
                    mark.string("class").orElse(""),
                    mark.string("classes").orElse(""),
                    SpecVersion.valueOf(mark.string("version").orElse(SpecVersion.V4.name())),
                    contract));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, () -> "a part of a contract cannot be read and is left out: " + file, e);
            return Optional.empty();
        }
    }

    static String fileName(String testClass) {
        return (testClass.isEmpty() ? BEFORE : testClass) + ".json";
    }

    /** Writes the shard, or deletes it when nothing is in it. */
    void save(Path folder) throws IOException {
        Path file = folder.resolve(fileName(testClass));
        if (interactions().isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        JsonObject mark = JsonObject.builder()
                .put("class", testClass)
                .put("classes", classes)
                .put("version", version.name())
                .build();
        Contract marked = new Contract(
                contract.consumer(),
                contract.provider(),
                contract.interactions(),
                SpecVersion.V4,
                contract.metadata(),
                contract.extra().with(MARK, mark));
        AtomicFile.write(file, ContractWriter.write(marked));
    }

    List<Interaction> interactions() {
        return contract.interactions();
    }

    Shard with(List<Interaction> interactions) {
        return new Shard(testClass, classes, version, contract.withInteractions(interactions));
    }

    /** Whether this is what was there before there were shards. */
    boolean isBefore() {
        return testClass.isEmpty();
    }

    /** Whether the test class was deleted. Where its folder is gone as a whole nobody can tell. */
    boolean isAbandoned() {
        if (classes.isEmpty()) {
            return false;
        }
        Path folder = Path.of(classes);
        return Files.isDirectory(folder) && !Files.exists(folder.resolve(testClass.replace('.', '/') + ".class"));
    }
}
