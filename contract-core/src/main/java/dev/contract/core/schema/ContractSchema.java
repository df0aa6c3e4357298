package dev.contract.core.schema;

import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON Schemas of contract files, one for each major version of the Pact specification: all that our writer writes obeys them, and so do
 * files of other writers that keep to the specification.
 *
 * <p>They are resources beside this class, {@code contract-file-4.json} for version 4, and stand on their own; their {@code $id} is {@code
 * urn:dev.contract:contract-file:4} and does not change. Thread-safe.
 */
public final class ContractSchema {
    private static final Map<SpecVersion, JsonSchema> COMPILED = new ConcurrentHashMap<>();

    private ContractSchema() {}

    /**
     * The compiled schema of a version.
     *
     * @throws ContractException if the schema library is not on the class path
     */
    public static JsonSchema of(SpecVersion version) {
        return COMPILED.computeIfAbsent(version, each -> JsonSchema.parse(document(each)));
    }

    /** What the schema of a version is called. */
    public static String id(SpecVersion version) {
        return "urn:dev.contract:contract-file:" + major(version);
    }

    private static char major(SpecVersion version) {
        return version.text().charAt(0);
    }

    /** The schema of a version as a document. */
    public static JsonValue document(SpecVersion version) {
        String name = "contract-file-" + major(version) + ".json";
        try (InputStream file = Objects.requireNonNull(ContractSchema.class.getResourceAsStream(name), name)) {
            return JsonReader.read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
