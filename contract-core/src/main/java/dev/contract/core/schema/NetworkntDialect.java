package dev.contract.core.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.RegularExpression;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.BoundedRegex.Verdict;
import dev.contract.core.schema.JsonSchema.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The library behind {@link SchemaDialect}; a class of its own, so that the other one loads without the library. */
final class NetworkntDialect {
    private final SchemaRegistry registry;
    private final boolean checksKeywords;

    private NetworkntDialect(SchemaRegistry registry, boolean checksKeywords) {
        this.registry = registry;
        this.checksKeywords = checksKeywords;
    }

    /** Its texts must not depend on the machine's language, and no expression of a schema may hang its reader. */
    static NetworkntDialect of(@Nullable Map<String, Predicate<String>> formats) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_PATH)
                .locale(Locale.ENGLISH)
                .preloadSchema(true)
                .formatAssertionsEnabled(formats != null)
                .regularExpressionFactory(NetworkntDialect::bounded)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                formats == null ? Dialects.getDraft202012() : dialect(formats),
                builder -> builder.schemaRegistryConfig(config));
        return new NetworkntDialect(registry, formats == null);
    }

    private static Dialect dialect(Map<String, Predicate<String>> formats) {
        return Dialect.builder(Dialects.getDraft202012())
                .formats(formats.entrySet().stream()
                        .map(entry -> format(entry.getKey(), entry.getValue()))
                        .toList())
                .build();
    }

    private static Format format(String name, Predicate<String> judge) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext execution, String value) {
                try {
                    return judge.test(value);
                } catch (RuntimeException e) {
                    return false;
                }
            }
        };
    }

    /** Found anywhere in the text, as JSON Schema has it. */
    private static RegularExpression bounded(String source) {
        BoundedRegex regex = BoundedRegex.parse(source);
        return text -> {
            Verdict verdict = regex.search(text);
            if (verdict == Verdict.GAVE_UP) {
                throw new GivenUp("the expression " + source + " takes too long for this text");
            }
            return verdict == Verdict.MATCH;
        };
    }

    JsonSchema compile(JsonValue document) {
        try {
            Schema schema = registry.getSchema(document.toJson(), InputFormat.JSON);
            schema.initializeValidators();
            if (checksKeywords) {
                checkKeywords(document, schema);
            }
            return new NetworkntSchema(schema);
        } catch (SchemaException | IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        } catch (ContractException e) {
            throw unusable(String.valueOf(e.problems().get(0).found()), e);
        } catch (StackOverflowError e) {
            throw unusable("schemas inside each other, too deep to be read", e);
        }
    }

    /** A keyword of the wrong kind, {@code "required": "yes"}, would judge nothing, in silence. */
    private void checkKeywords(JsonValue document, Schema schema) {
        String meta = schema.getSchemaContext().getDialect().getId();
        List<Violation> violations = new NetworkntSchema(registry.getSchema(SchemaLocation.of(meta))).check(document);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations.get(0).toString());
        }
    }

    private static ContractException unusable(String reason, Throwable cause) {
        return new ContractException(
                Problem.error("CONTRACT-SCHEMA", "not usable as a JSON Schema")
                        .found(reason)
                        .mend("correct the schema; references to other documents are not followed"),
                cause);
    }
}
