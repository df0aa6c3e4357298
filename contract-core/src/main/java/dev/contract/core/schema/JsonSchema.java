package dev.contract.core.schema;

import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.List;

/**
 * A compiled JSON Schema.
 *
 * <pre>{@code
 * JsonSchema schema = JsonSchema.parse(JsonReader.read("{\"type\": \"object\", \"required\": [\"id\"]}"));
 * schema.check(JsonReader.read("{}"));   // [$: required property 'id' not found]
 * }</pre>
 *
 * <p>Thread-safe.
 */
public abstract class JsonSchema {
    /**
     * One way in which a value breaks a schema.
     *
     * @param path of the value, starting at {@code $}
     * @param text what the schema asks for there
     */
    public record Violation(String path, String text) {
        @Override
        public String toString() {
            return path + ": " + text;
        }
    }

    JsonSchema() {}

    /**
     * Compiles a schema. Without {@code $schema} it is read as draft 2020-12.
     *
     * @throws ContractException if the schema library is not on the class path, or the document is no schema
     */
    public static JsonSchema parse(JsonValue document) {
        try {
            return NetworkntSchema.compile(document);
        } catch (NoClassDefFoundError e) {
            throw new ContractException(
                    Problem.error(
                                    "CONTRACT-SCHEMA",
                                    "checking a JSON Schema needs a library that is not on the class path")
                            .found("no class " + String.valueOf(e.getMessage()).replace('/', '.'))
                            .mend("add the dependency com.networknt:json-schema-validator, version 2.0.x"),
                    e);
        }
    }

    /** What breaks the schema, in the order in which the schema is evaluated; empty when nothing does. */
    public abstract List<Violation> check(JsonValue value);
}
