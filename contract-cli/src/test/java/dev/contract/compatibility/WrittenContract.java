package dev.contract.compatibility;

import dev.contract.consumer.recording.ClassDeclarations;
import dev.contract.consumer.recording.ContractFolder;
import dev.contract.consumer.recording.Declaration;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The contract file of a consumer's test: written by who writes them for tests, and read again. */
public final class WrittenContract {
    private final World world;

    public WrittenContract(World world) {
        this.world = world;
    }

    Path file() {
        return world.directory().resolve(World.CONSUMER + "-" + World.PROVIDER + ".json");
    }

    /** Writes what a test declared that has passed, as an integration with a test framework does. */
    void record(List<? extends Interaction> interactions) {
        ClassDeclarations declarations = new ClassDeclarations(WrittenContract.class, world.version());
        declarations.add(
                "the test",
                interactions.stream()
                        .map(each -> new Declaration(World.CONSUMER, World.PROVIDER, each, "the test"))
                        .toList());
        ContractFolder.at(world.directory()).record(declarations.end(true, Set.of()), world.version());
    }

    /** Writes interactions that no test has seen. */
    void write(List<? extends Interaction> interactions) {
        try {
            Files.write(file(), ContractWriter.write(world.contractOf(World.CONSUMER, interactions)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Contract contract() {
        return ContractReader.readOrThrow(file().toString(), bytes());
    }

    <T extends Interaction> T interaction(int position, Class<T> kind) {
        return kind.cast(contract().interactions().get(position));
    }

    /** The interactions and messages as they stand in the file. */
    List<JsonObject> json() {
        JsonObject file = (JsonObject) JsonReader.read(bytes());
        return Stream.of("interactions", "messages")
                .flatMap(list -> file.array(list).stream())
                .flatMap(JsonArray::stream)
                .map(JsonObject.class::cast)
                .toList();
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file());
        } catch (IOException e) {
            throw new AssertionError("no contract was written", e);
        }
    }
}
