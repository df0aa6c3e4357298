package dev.contract.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The suite's folder: features, and the files that their tables name. */
final class Fixtures {
    static final String PROPERTY = "pact.compatibility.suite";

    private Fixtures() {}

    static Path features() {
        return folder("features");
    }

    private static Path folder(String name) {
        return Path.of(System.getProperty(PROPERTY)).toAbsolutePath().resolve(name);
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder("fixtures").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rules or generators: the name of a fixture, or {@code JSON: {…}}. */
    static JsonObject json(String cell) {
        String text = cell.strip();
        byte[] json =
                text.startsWith("JSON:") ? text.substring(5).getBytes(UTF_8) : bytes(text.replaceFirst("^file: *", ""));
        return (JsonObject) JsonReader.read(json);
    }
}
