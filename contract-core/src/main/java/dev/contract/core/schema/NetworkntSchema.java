package dev.contract.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.path.NodePath;
import dev.contract.core.json.JsonValue;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** A schema of the library behind {@link JsonSchema}. */
final class NetworkntSchema extends JsonSchema {
    private final Schema schema;

    NetworkntSchema(Schema schema) {
        this.schema = schema;
    }

    @Override
    public List<Violation> check(JsonValue value) {
        try {
            return violations(value.toJson());
        } catch (NumberFormatException e) {
            // the library reads 1e999 as infinite, and then fails to compare it
            return List.of(Violation.ofAll("a number in it is too large to be checked, such as 1e999"));
        } catch (GivenUp e) {
            return List.of(Violation.ofAll("cannot be checked: " + e.getMessage()));
        } catch (SchemaException e) {
            // a dynamic reference is followed only now
            return List.of(Violation.ofAll("cannot be checked: " + e.getMessage()));
        } catch (StackOverflowError e) {
            return List.of(Violation.ofAll("cannot be checked: the schema refers to itself without end"));
        }
    }

    private List<Violation> violations(String json) {
        ExecutionContext configured = schema.createExecutionContext();
        BoundedExecution execution = new BoundedExecution(json.length());
        execution.setExecutionConfig(configured.getExecutionConfig());
        Telling telling = new Telling();
        return schema.validate(execution, json, InputFormat.JSON).stream()
                .map(telling::violation)
                .toList();
    }

    /** What one check tells: thousands of violations may each show the same large value, or name the same long list. Used once. */
    private static final class Telling {
        private static final int MOST_CHARACTERS = 50_000_000;

        private final IdentityHashMap<JsonNode, String> shown = new IdentityHashMap<>();
        private int characters;

        Violation violation(Error error) {
            JsonNode found = error.getInstanceNode();
            return new Violation(
                    error.getInstanceLocation().toString(),
                    counted(text(error)),
                    found == null ? "" : shown.computeIfAbsent(found, each -> counted(each.toString())),
                    names(error.getSchemaLocation().getFragment()),
                    names(error.getEvaluationPath()));
        }

        private String counted(String text) {
            characters += text.length();
            if (characters > MOST_CHARACTERS) {
                throw new GivenUp("there is more wrong than can be told");
            }
            return text;
        }
    }

    /** The library's sentence, but for formats: it gives a pattern where there is none. */
    private static String text(Error error) {
        return "format".equals(error.getKeyword()) && error.getArguments().length > 0
                ? "is not of the format " + error.getArguments()[0]
                : error.getMessage();
    }

    private static List<String> names(NodePath path) {
        return IntStream.range(0, path.getNameCount()).mapToObj(path::getName).toList();
    }
}
