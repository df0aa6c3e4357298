package dev.contract.openapi.document;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonValue.Kind;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.RegexSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A schema of any OpenAPI version as one of JSON Schema 2020-12 that stands on its own: everything it refers to is a definition of it,
 * numbered in the order in which it was met, and keeps its shape, so that what is broken can be told where the author wrote it. Used once.
 *
 * <p>What means nothing, or has the wrong kind, is left out: the document check tells it. A reference that leads nowhere allows everything.
 */
final class SchemaTranslation {
    private static final int MOST_DEFINITIONS = 10_000;
    private static final String INT32_LEAST = Integer.toString(Integer.MIN_VALUE);

    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "array", "object", "null");
    private static final Set<String> NUMBERS = Set.of(
            "multipleOf",
            "maximum",
            "minimum",
            "maxLength",
            "minLength",
            "maxItems",
            "minItems",
            "maxProperties",
            "minProperties",
            "maxContains",
            "minContains");
    private static final Set<String> SCHEMAS = Set.of("items", "not", "additionalProperties");
    private static final Set<String> LATER_SCHEMAS =
            Set.of("contains", "propertyNames", "if", "then", "else", "unevaluatedProperties", "unevaluatedItems");
    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf");
    private static final Set<String> LATER_MAPS = Set.of("patternProperties", "dependentSchemas");

    /** What is said of whole objects and arrays, and so nothing of a part of them. */
    private static final Set<String> OF_THE_WHOLE = Set.of(
            "required",
            "minProperties",
            "dependentRequired",
            "dependentSchemas",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "minContains",
            "maxContains");

    /** What says of an object which properties it has. */
    private static final Set<String> DESCRIBING = Set.of("properties", "patternProperties", "additionalProperties");

    private final OpenApiVersion version;
    private final Direction direction;
    private final Subtypes subtypes;
    private final Map<Definition, Integer> numbers = new HashMap<>();
    private final List<Definition> definitions = new ArrayList<>();

    private record Definition(Node node, Role role) {}

    /** What a schema is to the ones around it. */
    private enum Role {
        /** It alone decides. */
        WHOLE,
        /** Which properties are there beside its own, somebody around it knows. */
        OPEN,
        /** That, and its discriminator has been looked at. */
        PART
    }

    SchemaTranslation(OpenApiVersion version, Direction direction, Subtypes subtypes) {
        this.version = version;
        this.direction = direction;
        this.subtypes = subtypes;
    }

    /**
     * The whole schema.
     *
     * @throws ContractException if it has too many parts
     */
    JsonValue translate(Node root) {
        JsonObject.Builder translated = JsonObject.builder();
        number(root, Role.WHOLE);
        for (int i = 0; i < definitions.size(); i++) {
            if (i == MOST_DEFINITIONS) {
                throw new ContractException(
                        Problem.error("OPENAPI-SCHEMA", "refers to more than " + MOST_DEFINITIONS + " schemas")
                                .at(root.toString()));
            }
            Definition definition = definitions.get(i);
            translated.put(Integer.toString(i), schema(definition.node(), definition.role()));
        }
        return JsonObject.builder()
                .put("$ref", "#/$defs/0")
                .put("$defs", translated.build())
                .build();
    }

    /** Where the author wrote what stands at a place of the translation. */
    Node origin(List<String> rule) {
        Node start = definitions.get(0).node();
        if (rule.size() < 2 || !rule.get(0).equals("$defs")) {
            return start;
        }
        Node definition = definitions.get(Integer.parseInt(rule.get(1))).node();
        return definition.towards(rule.subList(2, rule.size()));
    }

    private int number(Node node, Role role) {
        return numbers.computeIfAbsent(new Definition(node, role), definition -> {
            definitions.add(definition);
            return definitions.size() - 1;
        });
    }

    private JsonValue reference(Node target, Role role) {
        return JsonObject.of("$ref", JsonString.of("#/$defs/" + number(target, role)));
    }

    private JsonValue schema(Node node, Role role) {
        if (!(node.value() instanceof JsonObject)) {
            return node.value() instanceof JsonBoolean allowed ? allowed : JsonBoolean.TRUE;
        }
        Optional<String> reference = node.reference();
        if (reference.isPresent() && version != OpenApiVersion.V3_1) {
            return referred(node, role);
        }
        JsonObject.Builder schema = JsonObject.builder();
        Role inner = role == Role.WHOLE && isComposed(node) ? Role.OPEN : role;
        if (reference.isPresent() && referred(node, inner) instanceof JsonObject ref) {
            schema.putAll(ref);
        }
        keywords(node, role, schema);
        if (direction == Direction.USED && role == Role.WHOLE) {
            close(node, schema);
        }
        return nullable(node, schema.build());
    }

    private JsonValue referred(Node node, Role role) {
        return node.resolved().map(target -> reference(target, role)).orElse(JsonBoolean.TRUE);
    }

    /** What nobody describes nobody may rely on. The parts of one schema describe its properties together. */
    private void close(Node node, JsonObject.Builder schema) {
        if (isComposed(node)) {
            if (!hasOnlyAlternatives(node) && describesObject(node, new HashSet<>())) {
                schema.put("unevaluatedProperties", false);
            }
        } else if (isObject(node) && node.get("additionalProperties").isEmpty()) {
            schema.put("additionalProperties", false);
        }
    }

    private boolean isComposed(Node node) {
        boolean extendsTarget = node.reference().isPresent()
                && node.entries().stream().map(Node.Entry::name).anyMatch(DESCRIBING::contains);
        return extendsTarget
                || Stream.of("allOf", "anyOf", "oneOf")
                        .anyMatch(name -> !node.elements(name).isEmpty())
                || Discriminator.of(node, subtypes).isPresent();
    }

    /** Each of them describes all of the value then, so that they need not be looked at together. */
    private boolean hasOnlyAlternatives(Node node) {
        return node.elements("allOf").isEmpty()
                && (node.elements("anyOf").isEmpty() || node.elements("oneOf").isEmpty())
                && node.reference().isEmpty()
                && node.entries().stream().map(Node.Entry::name).noneMatch(DESCRIBING::contains)
                && Discriminator.of(node, subtypes).isEmpty();
    }

    private static boolean isObject(Node node) {
        return node.get("properties").isPresent()
                || node.get("type")
                        .filter(type -> types(type.value()).anyMatch("object"::equals))
                        .isPresent();
    }

    private static boolean describesObject(Node start, Set<Node> seen) {
        return start.resolved()
                .filter(seen::add)
                .filter(node -> isObject(node)
                        || node.get("additionalProperties").isPresent()
                        || Stream.of("allOf", "anyOf", "oneOf")
                                .flatMap(name -> node.elements(name).stream())
                                .anyMatch(each -> describesObject(each, seen)))
                .isPresent();
    }

    /** Read as if nobody extended the schema that it names. */
    private static Optional<Node> dynamic(Node node) {
        return node.text("$dynamicRef")
                .flatMap(text -> Optional.ofNullable(Reference.of(node, text).target()))
                .flatMap(Node::resolved);
    }

    private void keywords(Node node, Role role, JsonObject.Builder schema) {
        Optional<Discriminator> discriminator = Discriminator.of(node, subtypes);
        for (Node.Entry entry : node.entries()) {
            boolean isAlternatives = ALTERNATIVES.contains(entry.name());
            if (!isAlternatives || (discriminator.isEmpty() && direction != Direction.USED)) {
                keyword(node, entry.name(), entry.node()).ifPresent(value -> schema.put(entry.name(), value));
            }
        }
        List<JsonValue> also = new ArrayList<>(node.elements("allOf").stream()
                .map(each -> schema(each, Role.PART))
                .toList());
        dynamic(node).ifPresent(target -> also.add(reference(target, role)));
        also.addAll(bounds(node));
        if (discriminator.isPresent() && role != Role.PART) {
            also.addAll(discriminator
                    .get()
                    .rules(target -> reference(target, target.equals(node) ? Role.PART : deciding())));
        }
        if (discriminator.isEmpty() && direction == Direction.USED) {
            also.addAll(alternatives(node, role));
        }
        if (!also.isEmpty()) {
            schema.put("allOf", JsonArray.of(also));
        }
    }

    /** Of a response that is used the schema with the discriminator says what else there may be. */
    private Role deciding() {
        return direction == Direction.USED ? Role.OPEN : Role.WHOLE;
    }

    /** A part of a value may be part of several alternatives, of which the whole is one only. Each is a definition, to be found again. */
    private List<JsonValue> alternatives(Node node, Role role) {
        Role each = role == Role.WHOLE && hasOnlyAlternatives(node) ? Role.WHOLE : Role.OPEN;
        return Stream.of("oneOf", "anyOf")
                .map(node::elements)
                .filter(elements -> !elements.isEmpty())
                .map(elements -> JsonArray.of(elements.stream()
                        .map(element -> reference(element, each))
                        .toList()))
                .map(all -> (JsonValue) JsonObject.of("anyOf", all))
                .toList();
    }

    private Optional<JsonValue> keyword(Node holder, String name, Node node) {
        JsonValue value = node.value();
        if (direction == Direction.USED && OF_THE_WHOLE.contains(name)) {
            return Optional.empty();
        }
        if (NUMBERS.contains(name)) {
            boolean counts = value.kind() == Kind.NUMBER && !isExclusive(holder, name);
            return counts ? Optional.of(value) : Optional.empty();
        }
        if (SCHEMAS.contains(name) || (isLater() && LATER_SCHEMAS.contains(name))) {
            return isSchema(value) ? Optional.of(schema(node, Role.WHOLE)) : Optional.empty();
        }
        if (ALTERNATIVES.contains(name) || (isLater() && name.equals("prefixItems"))) {
            List<JsonValue> elements = node.elements().stream()
                    .map(each -> schema(each, Role.WHOLE))
                    .toList();
            return elements.isEmpty() ? Optional.empty() : Optional.of(JsonArray.of(elements));
        }
        if (name.equals("properties") || (isLater() && LATER_MAPS.contains(name))) {
            return Optional.of(properties(node));
        }
        return switch (name) {
            case "type" -> type(value);
            case "enum" -> value.asArray().filter(array -> !array.isEmpty()).map(array -> values(holder, array));
            case "required" -> value.asArray().map(array -> required(holder, array));
            case "pattern" ->
                value.asString().filter(SchemaTranslation::isRegex).map(JsonString::of);
            case "format" -> value.asString().map(JsonString::of);
            case "uniqueItems" -> value.asBoolean().map(JsonBoolean::of);
            case "const" -> isLater() ? Optional.of(value) : Optional.empty();
            case "dependentRequired" ->
                isLater() && value.kind() == Kind.OBJECT ? Optional.of(value) : Optional.empty();
            case "exclusiveMaximum" -> exclusive(holder, "maximum", value);
            case "exclusiveMinimum" -> exclusive(holder, "minimum", value);
            default -> Optional.empty();
        };
    }

    private boolean isLater() {
        return version == OpenApiVersion.V3_1;
    }

    private static boolean isSchema(JsonValue value) {
        return value.kind() == Kind.OBJECT || value.kind() == Kind.BOOLEAN;
    }

    static boolean isRegex(String text) {
        try {
            BoundedRegex.parse(text);
            return true;
        } catch (RegexSyntaxException e) {
            return false;
        }
    }

    private static Optional<JsonValue> type(JsonValue value) {
        List<JsonValue> known =
                types(value).map(JsonString::of).map(JsonValue.class::cast).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(known.size() == 1 ? known.get(0) : JsonArray.of(known));
    }

    /** The names of types that a value of {@code type} holds, as far as they are known. */
    static Stream<String> types(JsonValue value) {
        Stream<JsonValue> named = value instanceof JsonArray array ? array.stream() : Stream.of(value);
        return named.flatMap(each -> each.asString().stream())
                .filter(TYPES::contains)
                .distinct();
    }

    /** Up to 3.0 {@code exclusiveMaximum: true} stands beside {@code maximum}; authors write the number there, too. */
    private static Optional<JsonValue> exclusive(Node holder, String bound, JsonValue value) {
        if (value.kind() == Kind.NUMBER) {
            return Optional.of(value);
        }
        return value.asBoolean()
                .filter(Boolean::booleanValue)
                .flatMap(exclusive -> holder.get(bound))
                .map(Node::value)
                .filter(each -> each.kind() == Kind.NUMBER);
    }

    private boolean isExclusive(Node holder, String bound) {
        String keyword =
                bound.equals("maximum") ? "exclusiveMaximum" : bound.equals("minimum") ? "exclusiveMinimum" : "";
        return !isLater() && holder.is(keyword);
    }

    private static List<JsonValue> bounds(Node node) {
        boolean isInt32 = node.text("format").filter("int32"::equals).isPresent();
        boolean isInt64 = node.text("format").filter("int64"::equals).isPresent();
        if (!isInt32 && !isInt64) {
            return List.of();
        }
        return List.of(JsonObject.builder()
                .put("minimum", JsonNumber.parse(isInt32 ? INT32_LEAST : Long.toString(Long.MIN_VALUE)))
                .put("maximum", isInt32 ? Integer.MAX_VALUE : Long.MAX_VALUE)
                .build());
    }

    private JsonValue properties(Node node) {
        JsonObject.Builder properties = JsonObject.builder();
        for (Node.Entry entry : node.allEntries()) {
            properties.put(entry.name(), isBarred(entry.node()) ? JsonBoolean.FALSE : schema(entry.node(), Role.WHOLE));
        }
        return properties.build();
    }

    private boolean isBarred(Node property) {
        return property.is(direction.barred())
                || property.resolved()
                        .filter(target -> target.is(direction.barred()))
                        .isPresent();
    }

    /** What does not go this way cannot be required this way. */
    private JsonValue required(Node holder, JsonArray names) {
        Optional<Node> properties = holder.get("properties");
        return JsonArray.of(names.stream()
                .filter(name -> name.kind() == Kind.STRING)
                .filter(name -> properties
                        .flatMap(all -> all.get(name.text()))
                        .filter(this::isBarred)
                        .isEmpty())
                .distinct()
                .toList());
    }

    private boolean isNullable(Node node) {
        return switch (version) {
            case V2_0 -> node.is("x-nullable");
            case V3_0 -> node.is("nullable");
            case V3_1 -> false;
        };
    }

    private JsonValue values(Node holder, JsonArray values) {
        boolean lacksNull = isNullable(holder) && values.stream().noneMatch(each -> each.kind() == Kind.NULL);
        return lacksNull
                ? JsonArray.of(
                        Stream.concat(values.stream(), Stream.of(JsonNull.NULL)).toList())
                : values;
    }

    /**
     * With {@code null} allowed. By the letter of 3.0 that takes a type in the same schema; authors mean it beside {@code allOf} and the
     * like as well.
     */
    private JsonValue nullable(Node node, JsonObject schema) {
        if (!isNullable(node)) {
            return schema;
        }
        Optional<String> type = schema.string("type");
        boolean isSimple =
                type.isPresent() && Stream.of("allOf", "anyOf", "oneOf").noneMatch(schema::has);
        return isSimple
                ? schema.with("type", JsonArray.of(JsonString.of(type.get()), JsonString.of("null")))
                : JsonObject.builder()
                        .put("if", JsonObject.of("not", JsonObject.of("type", JsonString.of("null"))))
                        .put("then", schema)
                        .build();
    }
}
