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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The fields that a schema of an OpenAPI document has, whichever of its alternatives is meant.
 *
 * <p>A schema that lies in itself is followed once; no more than {@value #MOST} fields are looked for, in so many steps, and in no more than
 * {@value #DEEPEST} schemas within each other. Used once.
 */
public final class SchemaFields {
    private static final int MOST = 10_000;
    private static final int DEEPEST = 60;
    private static final int MOST_VISITS = 100_000;

    private final Direction direction;
    private final Map<Node, RulePath> around = new HashMap<>();
    private final SchemaTypes types = new SchemaTypes();
    private final RequiredNames names = new RequiredNames(types);
    private Map<RulePath, Said> fields = new LinkedHashMap<>();
    private int visits;

    /**
     * What schemas say of what is at a path.
     *
     * @param types that it may have; none when they do not say
     * @param needed what it has to have when it is an object
     * @param cut whether they were not followed into all that is there
     */
    private record Said(Set<String> types, Set<String> needed, boolean cut) {
        static final Said NOTHING = new Said(Set.of(), Set.of(), false);
        static final Said CUT = new Said(Set.of(), Set.of(), true);

        /** By two schemas that are both to be kept to. */
        Said and(Said other) {
            return new Said(SchemaTypes.both(types, other.types), union(needed, other.needed), cut || other.cut);
        }

        /** By two schemas one of which is to be kept to. */
        Said or(Said other) {
            boolean oneIsOpen = types.isEmpty() || other.types.isEmpty();
            return new Said(oneIsOpen ? Set.of() : union(types, other.types), neededWith(other), cut || other.cut);
        }

        private Set<String> neededWith(Said other) {
            if (!SchemaTypes.mayBeObject(types) || !SchemaTypes.mayBeObject(other.types)) {
                return union(needed, other.needed);
            }
            return RequiredNames.both(needed, other.needed);
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            Set<String> all = new TreeSet<>(one);
            all.addAll(other);
            return all;
        }
    }

    /**
     * What a schema says of a field.
     *
     * @param types the JSON types that it may have, {@code null} among them; none when the schema does not say
     * @param required whether every object around it has to have it, whichever of its alternatives is meant
     * @param cut whether there may be more in it than is listed, as where a schema lies in itself
     */
    public record Described(Set<String> types, boolean required, boolean cut) {
        /** Whether it may have a type; also where the schema does not say. */
        public boolean permits(String type) {
            return types.isEmpty() || SchemaTypes.permits(types, type);
        }
    }

    private SchemaFields(Direction direction) {
        this.direction = direction;
    }

    /** The fields by their paths, an outer one before those in it; the root among them. What does not go this way is left out. */
    public static Map<RulePath, Described> of(Node schema, Direction direction) {
        SchemaFields fields = new SchemaFields(direction);
        fields.visit(schema, RulePath.ROOT);
        Map<RulePath, Described> described = new LinkedHashMap<>();
        fields.fields.forEach(
                (path, said) -> described.put(path, new Described(said.types(), fields.isRequired(path), said.cut())));
        return described;
    }

    private boolean isRequired(RulePath path) {
        if (path.tokens().isEmpty()) {
            return true;
        }
        Token step = path.tokens().get(path.tokens().size() - 1);
        return step instanceof Field field
                ? fields.getOrDefault(holder(path), Said.NOTHING).needed().contains(field.name())
                : step instanceof AnyIndex;
    }

    private static RulePath holder(RulePath path) {
        return new RulePath(path.tokens().subList(0, path.tokens().size() - 1));
    }

    private void visit(Node schema, RulePath path) {
        if (fields.size() >= MOST) {
            fields.merge(holder(path), Said.CUT, Said::and);
            return;
        }
        Set<String> permitted = types.of(schema);
        Set<String> needed = SchemaTypes.mayBeObject(permitted) ? names.of(schema) : Set.of();
        fields.merge(path, new Said(permitted, needed, false), Said::and);
        within(schema.resolved().orElse(schema), path);
    }

    private void within(Node schema, RulePath path) {
        visits++;
        RulePath outer = around.get(schema);
        if (outer != null || visits > MOST_VISITS || around.size() >= DEEPEST) {
            if (!path.equals(outer)) {
                fields.merge(path, Said.CUT, Said::and);
            }
            return;
        }
        around.put(schema, path);
        schema.get("properties").map(Node::allEntries).orElse(List.of()).stream()
                .filter(entry -> !isBarred(entry.node()))
                .forEach(entry -> visit(entry.node(), path.then(new Field(entry.name()))));
        schema.get("additionalProperties")
                .filter(each -> each.value().kind() == JsonValue.Kind.OBJECT)
                .ifPresent(each -> visit(each, path.then(new AnyEntry())));
        schema.get("items").ifPresent(each -> visit(each, path.then(new AnyIndex())));
        schema.elements("allOf").forEach(each -> within(each.resolved().orElse(each), path));
        Stream.of("anyOf", "oneOf").forEach(word -> withinOne(schema.elements(word), path));
        around.remove(schema);
    }

    private void withinOne(List<Node> alternatives, RulePath path) {
        Map<RulePath, Said> known = fields;
        Map<RulePath, Said> ofOne = new LinkedHashMap<>();
        for (Node each : alternatives) {
            fields = new LinkedHashMap<>();
            within(each.resolved().orElse(each), path);
            fields.forEach((at, said) -> ofOne.merge(at, said, Said::or));
        }
        fields = known;
        ofOne.forEach((at, said) -> fields.merge(at, said, Said::and));
    }

    private boolean isBarred(Node property) {
        return property.is(direction.barred())
                || property.resolved()
                        .filter(target -> target.is(direction.barred()))
                        .isPresent();
    }
}
