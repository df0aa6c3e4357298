package dev.contract.compare.usage;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The fields that a schema of an OpenAPI document has, whichever of its alternatives is meant.
 *
 * <p>A schema that lies in itself is followed once, and no more than {@value #MOST} fields are looked for, in so many steps. Used once.
 */
public final class SchemaFields {
    static final int MOST = 10_000;
    private static final int DEEPEST = 30;
    private static final int MOST_VISITS = 100_000;

    private final Direction direction;
    private final Map<RulePath, Described> fields = new LinkedHashMap<>();
    private final Set<Node> around = new HashSet<>();
    private final SchemaTypes types = new SchemaTypes();
    private int visits;

    /**
     * What a schema says of a field.
     *
     * @param types the JSON types that it may have, {@code null} among them; none when the schema does not say
     * @param required whether every object around it has to have it
     */
    public record Described(Set<String> types, boolean required) {
        /** A set of several alternatives: what is required has to be required in all of them that have it. */
        private Described or(Described other) {
            Set<String> both = new TreeSet<>(types);
            both.addAll(other.types);
            return new Described(
                    types.isEmpty() || other.types.isEmpty() ? Set.of() : both, required && other.required);
        }
    }

    private SchemaFields(Direction direction) {
        this.direction = direction;
    }

    /** The fields by their paths, an outer one before those in it; the root among them. What does not go this way is left out. */
    public static Map<RulePath, Described> of(Node schema, Direction direction) {
        SchemaFields fields = new SchemaFields(direction);
        fields.visit(schema, RulePath.ROOT, true);
        return fields.fields;
    }

    private void visit(Node schema, RulePath path, boolean required) {
        if (fields.size() < MOST) {
            fields.merge(path, new Described(types.of(schema), required), Described::or);
            within(schema.resolved().orElse(schema), path);
        }
    }

    private void within(Node schema, RulePath path) {
        visits++;
        if (visits > MOST_VISITS || path.tokens().size() > DEEPEST || !around.add(schema)) {
            return;
        }
        Set<String> needed = new HashSet<>();
        schema.elements("required").forEach(each -> each.value().asString().ifPresent(needed::add));
        schema.get("properties").map(Node::allEntries).orElse(List.of()).stream()
                .filter(entry -> !isBarred(entry.node()))
                .forEach(entry ->
                        visit(entry.node(), path.then(new Field(entry.name())), needed.contains(entry.name())));
        schema.get("additionalProperties")
                .filter(each -> each.value().kind() == JsonValue.Kind.OBJECT)
                .ifPresent(each -> visit(each, path.then(new AnyEntry()), false));
        schema.get("items").ifPresent(each -> visit(each, path.then(new AnyIndex()), true));
        Stream.of("allOf", "anyOf", "oneOf")
                .flatMap(name -> schema.elements(name).stream())
                .forEach(each -> within(each.resolved().orElse(each), path));
        around.remove(schema);
    }

    private boolean isBarred(Node property) {
        return property.is(direction.barred())
                || property.resolved()
                        .filter(target -> target.is(direction.barred()))
                        .isPresent();
    }
}
