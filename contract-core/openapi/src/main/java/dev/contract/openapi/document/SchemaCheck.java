package dev.contract.openapi.document;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonValue.Kind;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.Reference.Identity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is wrong in the schemas of a document: what would be passed over without a word when values are checked. Used once. */
final class SchemaCheck {
    private static final String CODE = "OPENAPI-SCHEMA";
    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "array", "object");

    private static final Map<String, Set<Kind>> KINDS = Map.ofEntries(
            Map.entry("properties", Set.of(Kind.OBJECT)),
            Map.entry("required", Set.of(Kind.ARRAY)),
            Map.entry("enum", Set.of(Kind.ARRAY)),
            Map.entry("allOf", Set.of(Kind.ARRAY)),
            Map.entry("anyOf", Set.of(Kind.ARRAY)),
            Map.entry("oneOf", Set.of(Kind.ARRAY)),
            Map.entry("items", Set.of(Kind.OBJECT, Kind.BOOLEAN)),
            Map.entry("not", Set.of(Kind.OBJECT, Kind.BOOLEAN)),
            Map.entry("additionalProperties", Set.of(Kind.OBJECT, Kind.BOOLEAN)),
            Map.entry("minimum", Set.of(Kind.NUMBER)),
            Map.entry("maximum", Set.of(Kind.NUMBER)),
            Map.entry("multipleOf", Set.of(Kind.NUMBER)),
            Map.entry("minLength", Set.of(Kind.NUMBER)),
            Map.entry("maxLength", Set.of(Kind.NUMBER)),
            Map.entry("minItems", Set.of(Kind.NUMBER)),
            Map.entry("maxItems", Set.of(Kind.NUMBER)),
            Map.entry("minProperties", Set.of(Kind.NUMBER)),
            Map.entry("maxProperties", Set.of(Kind.NUMBER)),
            Map.entry("pattern", Set.of(Kind.STRING)),
            Map.entry("format", Set.of(Kind.STRING)),
            Map.entry("uniqueItems", Set.of(Kind.BOOLEAN)),
            Map.entry("nullable", Set.of(Kind.BOOLEAN)),
            Map.entry("readOnly", Set.of(Kind.BOOLEAN)),
            Map.entry("writeOnly", Set.of(Kind.BOOLEAN)));

    private final OpenApiVersion version;
    private final Complaints complaints;
    private final Set<Identity> seen = new HashSet<>();

    SchemaCheck(OpenApiVersion version, Complaints complaints) {
        this.version = version;
        this.complaints = complaints;
    }

    /** With everything it is made of; one after the other, because a row of references may be long. */
    void check(Node schema) {
        Deque<Node> pending = new ArrayDeque<>(List.of(schema));
        while (!pending.isEmpty()) {
            check(pending.remove(), pending);
        }
    }

    private void check(Node node, Deque<Node> pending) {
        if (!seen.add(new Identity(node.value()))) {
            return;
        }
        if (node.reference().isPresent()) {
            node.resolved().ifPresent(pending::add);
        }
        if (node.value().kind() != Kind.OBJECT) {
            if (version != OpenApiVersion.V3_1 || node.value().kind() != Kind.BOOLEAN) {
                wrong(
                        node,
                        "a schema is an object, and not "
                                + Kinds.named(node.value().kind()),
                        "correct it");
            }
            return;
        }
        for (Node.Entry entry : node.entries()) {
            kind(node, entry);
        }
        type(node);
        pattern(node);
        bounds(node, "minimum", "maximum");
        bounds(node, "minLength", "maxLength");
        bounds(node, "minItems", "maxItems");
        bounds(node, "minProperties", "maxProperties");
        exclusive(node, "exclusiveMinimum");
        exclusive(node, "exclusiveMaximum");
        nullable(node);
        parts(node).forEach(pending::add);
    }

    private static Stream<Node> parts(Node node) {
        Stream<Node> one = Stream.of("items", "additionalProperties", "not", "if", "then", "else", "contains")
                .flatMap(name -> node.get(name).stream())
                .filter(each -> each.value().kind() == Kind.OBJECT);
        Stream<Node> lists =
                Stream.of("allOf", "anyOf", "oneOf", "prefixItems").flatMap(name -> node.elements(name).stream());
        Stream<Node> maps = Stream.of("properties", "patternProperties", "$defs")
                .flatMap(name -> node.get(name).map(Node::allEntries).orElse(List.of()).stream())
                .map(Node.Entry::node);
        return Stream.of(one, lists, maps).flatMap(each -> each);
    }

    private void wrong(Node node, String what, String mend) {
        complaints.error(CODE, node, what, mend);
    }

    /** Of parameters in version 2 {@code required} says something else. */
    private void kind(Node holder, Node.Entry entry) {
        Set<Kind> kinds = KINDS.get(entry.name());
        boolean isParameter =
                entry.name().equals("required") && holder.get("in").isPresent();
        if (kinds == null || isParameter || kinds.contains(entry.node().value().kind())) {
            return;
        }
        String wanted =
                String.join(" or ", kinds.stream().map(Kinds::named).sorted().toList());
        wrong(
                entry.node(),
                Quoted.text(entry.name()) + " is to be " + wanted + ", and not "
                        + Kinds.named(entry.node().value().kind()),
                "correct it; it is passed over as it is");
    }

    private void type(Node node) {
        Optional<Node> type = node.get("type");
        if (type.isEmpty()) {
            return;
        }
        JsonValue value = type.get().value();
        boolean mayBeList = version == OpenApiVersion.V3_1;
        if (value.kind() != Kind.STRING && !(mayBeList && value.kind() == Kind.ARRAY)) {
            wrong(
                    type.get(),
                    "\"type\" is to be the name of a type, and not " + Kinds.named(value.kind()),
                    "name one type");
            return;
        }
        Stream.concat(value.asString().stream(), type.get().elements().stream().map(each -> each.value()
                        .text()))
                .filter(name -> !isType(name))
                .forEach(name -> wrong(
                        type.get(),
                        "there is no type " + Quoted.text(name),
                        name.equals("null")
                                ? "write nullable: true beside the type"
                                : "write one of " + String.join(", ", new TreeSet<>(TYPES))));
        boolean needsItems = version != OpenApiVersion.V3_1 && value.text().equals("array");
        if (needsItems && node.get("items").isEmpty()) {
            wrong(node, "an array without \"items\"", "say what its elements are; items: {} lets them be anything");
        }
    }

    private boolean isType(String name) {
        boolean isFile = name.equals("file") && version == OpenApiVersion.V2_0;
        return TYPES.contains(name) || (name.equals("null") && version == OpenApiVersion.V3_1) || isFile;
    }

    private void pattern(Node node) {
        node.get("pattern")
                .filter(each -> each.value().kind() == Kind.STRING)
                .filter(each -> !SchemaTranslation.isRegex(each.value().text()))
                .ifPresent(each -> wrong(
                        each,
                        Quoted.text(each.value().text()) + " is not usable as a regular expression",
                        "correct it; it is passed over as it is"));
    }

    private void bounds(Node node, String least, String most) {
        Optional<JsonNumber> low = node.get(least).flatMap(each -> each.value().asNumber());
        Optional<JsonNumber> high = node.get(most).flatMap(each -> each.value().asNumber());
        if (low.isPresent()
                && high.isPresent()
                && low.get().decimal().compareTo(high.get().decimal()) > 0) {
            wrong(
                    node,
                    "nothing fits between " + least + " " + low.get() + " and " + most + " " + high.get(),
                    "correct one of the two");
        }
    }

    private void exclusive(Node node, String name) {
        Kind wanted = version == OpenApiVersion.V3_1 ? Kind.NUMBER : Kind.BOOLEAN;
        node.get(name)
                .filter(each -> each.value().kind() != wanted)
                .ifPresent(each -> complaints.warning(
                        CODE,
                        each,
                        Quoted.text(name) + " is to be " + Kinds.named(wanted) + " in this version",
                        wanted == Kind.NUMBER ? "write the bound itself" : "write the bound beside it, and true here"));
    }

    private void nullable(Node node) {
        if (version == OpenApiVersion.V3_1 && node.is("nullable")) {
            complaints.warning(
                    CODE,
                    node,
                    "\"nullable\" means nothing in version 3.1",
                    "add \"null\" to the list of types instead");
        }
    }
}
