package dev.contract.compare.usage;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Token;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.Node;
import java.util.HashMap;
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
    private final Map<RulePath, Set<String>> types = new LinkedHashMap<>();

    /** What every object at a path has to have. */
    private final Map<RulePath, Set<String>> needed = new HashMap<>();

    private final Set<Node> around = new HashSet<>();
    private final SchemaTypes schemaTypes = new SchemaTypes();
    private int visits;

    /**
     * What a schema says of a field.
     *
     * @param types the JSON types that it may have, {@code null} among them; none when the schema does not say
     * @param required whether every object around it has to have it, whichever of its alternatives is meant
     */
    public record Described(Set<String> types, boolean required) {}

    private SchemaFields(Direction direction) {
        this.direction = direction;
    }

    /** The fields by their paths, an outer one before those in it; the root among them. What does not go this way is left out. */
    public static Map<RulePath, Described> of(Node schema, Direction direction) {
        SchemaFields fields = new SchemaFields(direction);
        fields.visit(schema, RulePath.ROOT);
        Map<RulePath, Described> described = new LinkedHashMap<>();
        fields.types.forEach((path, types) -> described.put(path, new Described(types, fields.isRequired(path))));
        return described;
    }

    private boolean isRequired(RulePath path) {
        if (path.tokens().isEmpty()) {
            return true;
        }
        int last = path.tokens().size() - 1;
        Token step = path.tokens().get(last);
        RulePath holder = new RulePath(path.tokens().subList(0, last));
        return step instanceof Field field
                ? needed.getOrDefault(holder, Set.of()).contains(field.name())
                : step instanceof AnyIndex;
    }

    private void visit(Node reference, RulePath path) {
        if (types.size() < MOST) {
            Node schema = reference.resolved().orElse(reference);
            types.merge(path, schemaTypes.of(reference), SchemaFields::either);
            if (schemaTypes.mayBeObject(schema)) {
                needed.merge(path, RequiredNames.of(schema, schemaTypes), RequiredNames::both);
            }
            within(schema, path);
        }
    }

    /** Those of several alternatives; none when one does not say. */
    private static Set<String> either(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return one.isEmpty() || other.isEmpty() ? Set.of() : all;
    }

    private void within(Node schema, RulePath path) {
        visits++;
        if (visits > MOST_VISITS || path.tokens().size() > DEEPEST || !around.add(schema)) {
            return;
        }
        schema.get("properties").map(Node::allEntries).orElse(List.of()).stream()
                .filter(entry -> !isBarred(entry.node()))
                .forEach(entry -> visit(entry.node(), path.then(new Field(entry.name()))));
        schema.get("additionalProperties")
                .filter(each -> each.value().kind() == JsonValue.Kind.OBJECT)
                .ifPresent(each -> visit(each, path.then(new AnyEntry())));
        schema.get("items").ifPresent(each -> visit(each, path.then(new AnyIndex())));
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
