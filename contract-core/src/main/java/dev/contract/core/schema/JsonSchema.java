package dev.contract.core.schema;

import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
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
     * @param found the value as JSON; {@code ""} when the whole is meant
     * @param rule where in the schema's document the keyword stands that asks for it: the names and indexes that lead to it
     * @param route how evaluation came there: keywords and names, references followed; it tells alternatives of {@code anyOf} apart
     */
    public record Violation(String path, String text, String found, List<String> rule, List<String> route) {
        public Violation {
            rule = List.copyOf(rule);
            route = List.copyOf(route);
        }

        /** A violation of the schema as a whole. */
        static Violation ofAll(String text) {
            return new Violation("$", text, "", List.of(), List.of());
        }

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
        return SchemaDialect.PLAIN.parse(document);
    }

    /**
     * What breaks the schema, in the order in which the schema is evaluated; empty when nothing does. A schema that would take out of all
     * proportion to the value, or that refers to itself without end, is given up, and that is a violation.
     */
    public abstract List<Violation> check(JsonValue value);
}
