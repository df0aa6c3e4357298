package dev.contract.core.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Locale;

/** The library behind {@link JsonSchema}; a class of its own, so that the other one loads without the library. */
final class NetworkntSchema extends JsonSchema {
    /** Set once: creating a registry costs milliseconds, and its texts must not depend on the machine's language. */
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .pathType(PathType.JSON_PATH)
                    .locale(Locale.ENGLISH)
                    .preloadSchema(true)
                    .build()));

    private final Schema schema;

    private NetworkntSchema(Schema schema) {
        this.schema = schema;
    }

    static JsonSchema compile(JsonValue document) {
        try {
            Schema schema = REGISTRY.getSchema(document.toJson(), InputFormat.JSON);
            schema.initializeValidators();
            return new NetworkntSchema(schema);
        } catch (SchemaException | IllegalArgumentException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-SCHEMA", "not usable as a JSON Schema")
                            .found(String.valueOf(e.getMessage()))
                            .mend("correct the schema; references to other documents are not followed"),
                    e);
        }
    }

    @Override
    public List<Violation> check(JsonValue value) {
        try {
            return violations(value);
        } catch (NumberFormatException e) {
            // the library reads 1e999 as infinite, and then fails to compare it
            return List.of(new Violation("$", "a number in it is too large to be checked, such as 1e999"));
        }
    }

    private List<Violation> violations(JsonValue value) {
        return schema.validate(value.toJson(), InputFormat.JSON).stream()
                .map(error -> new Violation(error.getInstanceLocation().toString(), error.getMessage()))
                .toList();
    }
}
