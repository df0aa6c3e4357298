package dev.contract.openapi.document;

import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonValue.Kind;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.openapi.document.Reference.Identity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is wrong in a document itself: what the specification of its version demands and tools stumble over. Used once.
 *
 * <p>Codes: {@code OPENAPI-REF} for references, {@code OPENAPI-PATH} for paths and their parameters, {@code OPENAPI-DUPLICATE}, {@code
 * OPENAPI-MISSING}, {@code OPENAPI-KIND} and {@code OPENAPI-UNKNOWN} for entries, {@code OPENAPI-SECURITY}, {@code OPENAPI-SCHEMA}.
 */
final class DocumentCheck {
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9][0-9]");
    private static final Pattern RANGE = Pattern.compile("[1-5]XX");
    private static final Set<String> PLACES = Set.of("path", "query", "header", "cookie");
    private static final Set<String> PLACES_OF_VERSION_2 = Set.of("path", "query", "header", "formData", "body");

    private static final Set<String> OPERATION = Set.of(
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "parameters",
            "responses",
            "deprecated",
            "security",
            "requestBody",
            "callbacks",
            "servers",
            "consumes",
            "produces",
            "schemes");
    private static final Set<String> PATH_ITEM = Set.of("$ref", "summary", "description", "servers", "parameters");

    /** What is no part of the document's own structure, whatever it holds. */
    private static final Set<String> FREE = Set.of("example", "examples", "default", "enum", "const", "value");

    private final Node root;
    private final OpenApiVersion version;
    private final Complaints complaints = new Complaints();
    private final SchemaCheck schemas;
    private final Map<String, Node> operationIds = new HashMap<>();
    private final Set<Identity> seen = new HashSet<>();

    /** What is referred to in other files: of these, no more than that belongs to the document. */
    private final Deque<Node> elsewhere = new ArrayDeque<>();

    DocumentCheck(Node root, OpenApiVersion version) {
        this.root = root;
        this.version = version;
        this.schemas = new SchemaCheck(version, complaints);
    }

    List<Problem> problems() {
        info();
        paths();
        components();
        elsewhere.add(root);
        while (!elsewhere.isEmpty()) {
            references(elsewhere.remove(), "");
        }
        root.files().all().forEach(file -> file.problems().forEach(complaints::add));
        return complaints.all();
    }

    private boolean isVersion2() {
        return version == OpenApiVersion.V2_0;
    }

    private void info() {
        need(root, "info", Kind.OBJECT).ifPresent(info -> {
            need(info, "title", Kind.STRING);
            if (info.text("version").isEmpty()) {
                missing(info, "version");
            }
        });
        if (version != OpenApiVersion.V3_1) {
            need(root, "paths", Kind.OBJECT);
        } else if (root.get("paths")
                .or(() -> root.get("components"))
                .or(() -> root.get("webhooks"))
                .isEmpty()) {
            missing(root, "paths");
        }
    }

    private Optional<Node> need(Node holder, String name, Kind kind) {
        Optional<Node> node = holder.get(name);
        if (node.isEmpty()) {
            missing(holder, name);
            return node;
        }
        return hasKind(node.get(), kind) ? node : Optional.empty();
    }

    private void missing(Node holder, String name) {
        complaints.error("OPENAPI-MISSING", holder, Quoted.text(name) + " is missing", "add it");
    }

    private boolean hasKind(Node node, Kind kind) {
        JsonValue value = node.value();
        if (value.kind() != kind) {
            complaints.error(
                    "OPENAPI-KIND",
                    node,
                    "this is to be " + Kinds.named(kind) + ", and not " + Kinds.named(value.kind()),
                    "correct it");
        }
        return value.kind() == kind;
    }

    private void paths() {
        Map<String, String> shapes = new HashMap<>();
        for (Node.Entry path : root.entries("paths")) {
            if (!path.name().startsWith("/")) {
                complaints.error(
                        "OPENAPI-PATH",
                        path.node(),
                        "the path " + Quoted.text(path.name()) + " does not begin with a slash",
                        "write it from the root on");
            }
            String same = shapes.putIfAbsent(PathTemplate.parse(path.name()).shape(), path.name());
            if (same != null) {
                complaints.error(
                        "OPENAPI-DUPLICATE",
                        path.node(),
                        "the paths " + Quoted.text(same) + " and " + Quoted.text(path.name())
                                + " differ in the names of their parameters only",
                        "make one path of the two");
            }
            path.node()
                    .resolved()
                    .filter(item -> hasKind(item, Kind.OBJECT))
                    .ifPresent(item -> pathItem(path.name(), item));
        }
    }

    private void pathItem(String path, Node item) {
        for (Node.Entry entry : item.entries()) {
            if (OperationReader.METHODS.contains(entry.name())) {
                if (hasKind(entry.node(), Kind.OBJECT)) {
                    operation(path, item, entry.node());
                }
            } else if (!PATH_ITEM.contains(entry.name())) {
                unknown(entry, "a path", OperationReader.METHODS);
            }
        }
    }

    private void unknown(Node.Entry entry, String holder, Set<String> known) {
        String near = NearNames.nearest(entry.name(), new TreeSet<>(known))
                .map(name -> "is " + Quoted.text(name) + " meant? Otherwise ")
                .orElse("");
        complaints.warning(
                "OPENAPI-UNKNOWN",
                entry.node(),
                holder + " has nothing called " + Quoted.text(entry.name()),
                near + "correct the name, or begin it with x-");
    }

    private void operation(String path, Node item, Node operation) {
        operation.entries().stream()
                .filter(entry -> !OPERATION.contains(entry.name()))
                .forEach(entry -> unknown(entry, "an operation", OPERATION));
        operation.get("operationId").ifPresent(this::operationId);
        parameters(path, item, operation);
        operation.resolved("requestBody").ifPresent(body -> need(body, "content", Kind.OBJECT)
                .ifPresent(this::content));
        if (version != OpenApiVersion.V3_1 || operation.get("responses").isPresent()) {
            need(operation, "responses", Kind.OBJECT).ifPresent(this::responses);
        }
        operation.elements("security").forEach(this::security);
    }

    private void operationId(Node id) {
        Node first = operationIds.putIfAbsent(id.value().text(), id);
        if (first != null) {
            complaints.error(
                    "OPENAPI-DUPLICATE",
                    id,
                    "the operationId " + Quoted.text(id.value().text()) + " stands at " + first.location() + ", too",
                    "give each operation a name of its own");
        }
    }

    private void parameters(String path, Node item, Node operation) {
        Set<String> inPath = new HashSet<>();
        for (Node holder : List.of(item, operation)) {
            Set<String> declared = new HashSet<>();
            for (Node each : holder.elements("parameters")) {
                each.resolved().filter(node -> hasKind(node, Kind.OBJECT)).ifPresent(node -> {
                    parameter(path, each, node, declared);
                    if (node.text("in").filter("path"::equals).isPresent()) {
                        inPath.add(node.text("name").orElse(""));
                    }
                });
            }
        }
        for (String name : PathTemplate.parse(path).parameters()) {
            if (!inPath.contains(name)) {
                complaints.error(
                        "OPENAPI-PATH",
                        operation,
                        "the path parameter " + Quoted.text(name) + " of " + Quoted.text(path) + " is not declared",
                        "add it to the parameters, with in: path");
            }
        }
    }

    private void parameter(String path, Node use, Node node, Set<String> declared) {
        String name = node.text("name").orElse("");
        String in = node.text("in").orElse("");
        if (name.isEmpty()) {
            missing(node, "name");
        }
        if (!(isVersion2() ? PLACES_OF_VERSION_2 : PLACES).contains(in)) {
            complaints.error(
                    "OPENAPI-MISSING",
                    node,
                    "the parameter " + Quoted.text(name) + " does not say where it stands: in is " + Quoted.text(in),
                    "write one of " + String.join(", ", new TreeSet<>(isVersion2() ? PLACES_OF_VERSION_2 : PLACES)));
        }
        if (!declared.add(in + " " + name)) {
            complaints.error(
                    "OPENAPI-DUPLICATE",
                    use,
                    "the parameter " + Quoted.text(name) + " in " + in + " is declared twice",
                    "remove one of the two");
        }
        if (in.equals("path")) {
            pathParameter(path, node, name);
        }
        parameterSchema(node, in);
    }

    private void pathParameter(String path, Node node, String name) {
        if (!PathTemplate.parse(path).parameters().contains(name)) {
            complaints.error(
                    "OPENAPI-PATH",
                    node,
                    "the path " + Quoted.text(path) + " has no parameter " + Quoted.text(name),
                    "correct one of the two names");
        }
        if (!node.is("required")) {
            complaints.error(
                    "OPENAPI-PATH",
                    node,
                    "the path parameter " + Quoted.text(name) + " is not required",
                    "add required: true; no path leaves a parameter out");
        }
    }

    private void parameterSchema(Node node, String in) {
        if (isVersion2()) {
            if (in.equals("body")) {
                need(node, "schema", Kind.OBJECT).ifPresent(schemas::check);
            } else {
                need(node, "type", Kind.STRING);
                schemas.check(node);
            }
            return;
        }
        if (node.get("schema").or(() -> node.get("content")).isEmpty()) {
            missing(node, "schema");
        }
        node.get("schema").ifPresent(schemas::check);
        node.get("content").ifPresent(this::content);
    }

    private void content(Node content) {
        for (Node.Entry media : content.allEntries()) {
            if (ContentType.parse(media.name()).isEmpty()) {
                complaints.error(
                        "OPENAPI-KIND",
                        media.node(),
                        Quoted.text(media.name()) + " is no media type",
                        "write one such as application/json or text/*");
            }
            media.node().get("schema").ifPresent(schemas::check);
        }
    }

    private void responses(Node responses) {
        if (responses.entries().isEmpty()) {
            complaints.error("OPENAPI-MISSING", responses, "an operation answers something", "add a response");
        }
        for (Node.Entry entry : responses.entries()) {
            String status = entry.name();
            boolean isKnown = status.equals("default")
                    || STATUS.matcher(status).matches()
                    || (!isVersion2() && RANGE.matcher(status).matches());
            if (!isKnown) {
                complaints.error(
                        "OPENAPI-KIND",
                        entry.node(),
                        Quoted.text(status) + " is no status",
                        "write a number such as 200, " + (isVersion2() ? "" : "a range such as 2XX, ") + "or default");
            }
            entry.node().resolved().filter(node -> hasKind(node, Kind.OBJECT)).ifPresent(this::response);
        }
    }

    private void response(Node response) {
        need(response, "description", Kind.STRING);
        response.get("schema").ifPresent(schemas::check);
        response.get("content").ifPresent(this::content);
        response.get("headers").map(Node::allEntries).orElse(List.of()).forEach(header -> header.node()
                .resolved()
                .map(node -> isVersion2() ? node : node.get("schema").orElse(node))
                .ifPresent(schemas::check));
    }

    private void components() {
        Optional<Node> named =
                isVersion2() ? root.get("definitions") : root.get("components").flatMap(each -> each.get("schemas"));
        named.ifPresent(all -> all.allEntries().forEach(entry -> schemas.check(entry.node())));
        root.elements("security").forEach(this::security);
    }

    private void security(Node alternative) {
        Optional<Node> known = new SecurityReader(root, version).schemes();
        for (Node.Entry need : alternative.allEntries()) {
            if (known.flatMap(schemes -> schemes.get(need.name())).isEmpty()) {
                complaints.error(
                        "OPENAPI-SECURITY",
                        need.node(),
                        "the security scheme " + Quoted.text(need.name()) + " is not defined",
                        isVersion2() ? "define it in securityDefinitions" : "define it in components/securitySchemes");
            }
        }
    }

    /** Examples may hold anything, also something that looks like a reference. */
    private void references(Node node, String holder) {
        if (!node.value().isContainer() || !seen.add(new Identity(node.value()))) {
            return;
        }
        node.reference().ifPresent(text -> reference(node, text));
        boolean namesAreFree = holder.equals("properties") || holder.equals("schemas") || holder.equals("definitions");
        for (Node.Entry entry : node.entries()) {
            if (namesAreFree || !FREE.contains(entry.name())) {
                references(entry.node(), entry.name());
            }
        }
        node.elements().forEach(each -> references(each, ""));
    }

    private void reference(Node holder, String text) {
        Reference reference = Reference.of(holder, text);
        Node target = reference.target();
        if (target == null) {
            complaints.error(
                    "OPENAPI-REF",
                    holder,
                    "the reference " + Quoted.text(text) + " leads nowhere: " + reference.fault(),
                    "correct it, or add what it means");
        } else if (holder.resolved().isEmpty() && target.reference().isPresent()) {
            complaints.error(
                    "OPENAPI-REF",
                    holder,
                    "the reference " + Quoted.text(text) + " leads to references only",
                    "let one of them lead to something else");
        } else if (!target.file().path().equals(root.file().path())) {
            elsewhere.add(target);
        }
    }
}
