package dev.contract.openapi.document;

import dev.contract.openapi.document.Parameter.In;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the operations of a document, as far as they can be understood; both families of versions become one model. */
final class OperationReader {
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Node document;
    private final OpenApiVersion version;
    private final Parameters parameters;
    private final SecurityReader security;

    OperationReader(Node document, OpenApiVersion version) {
        this.document = document;
        this.version = version;
        this.parameters = new Parameters(version);
        this.security = new SecurityReader(document, version);
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Node.Entry path : document.entries("paths")) {
            path.node().resolved().ifPresent(item -> item.entries().stream()
                    .filter(entry -> METHODS.contains(entry.name()))
                    .map(entry -> operation(path.name(), item, entry))
                    .forEach(operations::add));
        }
        return operations;
    }

    private Operation operation(String path, Node item, Node.Entry entry) {
        Node node = entry.node();
        List<Parameter> all = parameters.of(item, node);
        return new Operation(
                entry.name().toUpperCase(Locale.ROOT),
                PathTemplate.parse(path),
                all.stream().filter(each -> each.in() != In.FORM).toList(),
                version == OpenApiVersion.V2_0 ? bodyOfVersion2(item, node, all) : body(node),
                node.entries("responses").stream()
                        .flatMap(each -> response(node, each).stream())
                        .toList(),
                security.of(node),
                node);
    }

    private Optional<RequestBody> body(Node operation) {
        return operation
                .resolved("requestBody")
                .map(body -> new RequestBody(body.is("required"), content(body), List.of(), body));
    }

    private static Content content(Node holder) {
        return new Content(holder.get("content").map(Node::allEntries).orElse(List.of()).stream()
                .map(each -> new MediaType(
                        each.name(), each.node().get("schema"), each.node().get("encoding")))
                .toList());
    }

    /** There it is a parameter, or several that are fields of a form. */
    private Optional<RequestBody> bodyOfVersion2(Node item, Node operation, List<Parameter> all) {
        List<Parameter> fields =
                all.stream().filter(each -> each.in() == In.FORM).toList();
        if (!fields.isEmpty()) {
            boolean required = fields.stream().anyMatch(Parameter::required);
            Content content = content(operation, "consumes", Optional.empty());
            Content forms = new Content(content.types().stream()
                    .map(each ->
                            each.range().equals("*/*") ? new MediaType(FORM, each.schema(), each.encoding()) : each)
                    .toList());
            return Optional.of(new RequestBody(required, forms, fields, operation));
        }
        return List.of(operation, item).stream()
                .flatMap(holder -> holder.elements("parameters").stream())
                .flatMap(each -> each.resolved().stream())
                .filter(each -> each.text("in").filter("body"::equals).isPresent())
                .findFirst()
                .map(body -> new RequestBody(
                        body.is("required"), content(operation, "consumes", body.get("schema")), List.of(), body));
    }

    /** Every type, where the document names none. */
    private Content content(Node operation, String list, Optional<Node> schema) {
        Node types = operation.get(list).or(() -> document.get(list)).orElse(operation);
        List<MediaType> named = types.elements().stream()
                .flatMap(each -> each.value().asString().stream())
                .map(range -> new MediaType(range, schema, Optional.empty()))
                .toList();
        return new Content(named.isEmpty() ? List.of(new MediaType("*/*", schema, Optional.empty())) : named);
    }

    private Optional<ResponseDescription> response(Node operation, Node.Entry entry) {
        return entry.node()
                .resolved()
                .map(node -> new ResponseDescription(
                        entry.name(),
                        version == OpenApiVersion.V2_0 ? contentOfVersion2(operation, node) : content(node),
                        node.get("headers").map(Node::allEntries).orElse(List.of()).stream()
                                .flatMap(each -> header(each).stream())
                                .toList(),
                        node));
    }

    private Content contentOfVersion2(Node operation, Node response) {
        Optional<Node> schema = response.get("schema");
        return schema.isEmpty() ? Content.NONE : content(operation, "produces", schema);
    }

    /** The type of a body is told by its content. */
    private Optional<Parameter> header(Node.Entry entry) {
        return entry.name().equalsIgnoreCase("Content-Type")
                ? Optional.empty()
                : entry.node().resolved().map(node -> parameters.header(entry.name(), node));
    }
}
