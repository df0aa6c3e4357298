package dev.contract.consumer;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.schema.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** JSON Schemas that tests give, as rules: {@code type}, which every tool applies to the example, with the schema beside it. */
final class Schemas {
    private static final String CODE = "CONTRACT-SCHEMA";

    private Schemas() {}

    static MatchingRule of(String text) {
        return rule(text.getBytes(StandardCharsets.UTF_8), "the schema given to matchesSchema(…)");
    }

    static MatchingRule of(Path file) {
        try {
            return rule(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    static MatchingRule of(@Nullable URL resource) {
        if (resource == null) {
            throw Mistake.of(Problem.error(CODE, "the resource that holds the schema does not exist")
                    .mend("give a name that getResource(…) finds on the class path of the test"));
        }
        try (InputStream in = resource.openStream()) {
            return rule(in.readAllBytes(), resource.toString());
        } catch (IOException e) {
            throw unreadable(resource.toString(), e);
        }
    }

    private static ContractException unreadable(String name, IOException e) {
        return Mistake.of(
                Problem.error(CODE, "the schema cannot be read: " + name)
                        .found(String.valueOf(e))
                        .mend("give a file or resource that is there when the test runs"),
                e);
    }

    private static MatchingRule rule(byte[] text, String name) {
        JsonValue schema = parsed(text, name);
        try {
            JsonSchema unused = JsonSchema.parse(schema);
        } catch (ContractException e) {
            throw Mistake.of(e.problems());
        }
        return new MatchingRule("type", JsonObject.of("schema", schema));
    }

    private static JsonValue parsed(byte[] text, String name) {
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException e) {
            throw Mistake.of(
                    Problem.error(CODE, name + " is no JSON")
                            .found(Quoted.text(e.reason()))
                            .mend("give the text of a JSON Schema, a Path or a resource's URL"),
                    e);
        }
    }
}
