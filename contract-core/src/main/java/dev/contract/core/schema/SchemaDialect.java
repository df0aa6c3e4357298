package dev.contract.core.schema;

import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema as one user means it: draft 2020-12, perhaps with formats that are asserted.
 *
 * <pre>{@code
 * SchemaDialect.withFormats(Map.of("iban", Iban::isValid)).parse(schema)
 * }</pre>
 *
 * <p>Thread-safe; making one costs milliseconds.
 */
public final class SchemaDialect {
    static final SchemaDialect PLAIN = new SchemaDialect(null);

    private final @Nullable Map<String, Predicate<String>> formats;
    private volatile @Nullable NetworkntDialect library;

    private SchemaDialect(@Nullable Map<String, Predicate<String>> formats) {
        this.formats = formats;
    }

    /**
     * A dialect in which {@code format} decides: by these judges of texts, and those of the draft where none of these has its name. A
     * format that nobody knows lets everything pass; so does any for a value that is no text. A judge that throws refuses the text.
     */
    public static SchemaDialect withFormats(Map<String, Predicate<String>> judges) {
        return new SchemaDialect(Map.copyOf(judges));
    }

    /**
     * Compiles a schema. Nothing is fetched: a reference to another document is an error.
     *
     * @throws ContractException if the schema library is not on the class path, or the document is no schema
     */
    public JsonSchema parse(JsonValue document) {
        try {
            return library().compile(document);
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

    private NetworkntDialect library() {
        NetworkntDialect known = library;
        if (known == null) {
            known = NetworkntDialect.of(formats);
            library = known;
        }
        return known;
    }
}
