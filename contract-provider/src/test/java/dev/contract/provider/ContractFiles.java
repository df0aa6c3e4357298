package dev.contract.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes contract files for tests: one line per interaction, from line 3 on. */
final class ContractFiles {
    private final Path directory;

    ContractFiles(Path directory) {
        this.directory = directory;
    }

    /** A contract of a consumer with user-service. */
    ContractFiles contract(String consumer, String... interactions) {
        return contractWith("user-service", consumer, interactions);
    }

    ContractFiles contractWith(String provider, String consumer, String... interactions) {
        return file(consumer + ".json", """
                {"consumer": {"name": "%s"}, "provider": {"name": "%s"},
                "interactions": [
                %s],
                "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(consumer, provider, String.join(",\n", interactions)));
    }

    ContractFiles file(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code GET path} answered by 200 and this JSON. */
    static String get(String description, String path, String json) {
        return interaction(description, "", "{\"method\": \"GET\", \"path\": \"%s\"}".formatted(path), json, "");
    }

    /** {@code GET path} in a state. */
    static String getGiven(String state, String description, String path, String json) {
        return interaction(
                description,
                "\"providerStates\": [{\"name\": \"%s\"}], ".formatted(state),
                "{\"method\": \"GET\", \"path\": \"%s\"}".formatted(path),
                json,
                "");
    }

    /** An interaction answered by 200 and this JSON; {@code beside} and {@code rules} are attributes, ended or begun by a comma. */
    static String interaction(String description, String beside, String request, String json, String rules) {
        return "{\"type\": \"Synchronous/HTTP\", \"description\": \"%s\", %s\"request\": %s, \"response\": {\"status\": 200, \"headers\": {\"Content-Type\": [\"application/json\"]}, \"body\": {\"contentType\": \"application/json\", \"content\": %s}%s}}"
                .formatted(description, beside, request, json, rules);
    }
}
