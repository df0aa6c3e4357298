package dev.contract.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Contract files for the tests. */
final class Contracts {
    private Contracts() {}

    /** A contract of a consumer with "users": one interaction in a state, and one without. */
    static String of(String consumer) {
        return """
                {
                  "consumer": {"name": "%s"},
                  "provider": {"name": "users"},
                  "interactions": [
                    {
                      "type": "Synchronous/HTTP",
                      "description": "a request for user 1",
                      "providerStates": [{"name": "user 1 exists"}],
                      "request": {"method": "GET", "path": "/users/1"},
                      "response": {
                        "status": 200,
                        "headers": {"Content-Type": ["application/json"]},
                        "body": {"content": {"id": 1, "name": "Alice"}, "contentType": "application/json", "encoded": false}
                      }
                    },
                    {
                      "type": "Synchronous/HTTP",
                      "description": "a request for the health",
                      "request": {"method": "GET", "path": "/health"},
                      "response": {"status": 200}
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """.formatted(consumer);
    }

    static void write(Path directory, String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
