package dev.contract.openapi.document;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.schema.SchemaDialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An OpenAPI document of version 2.0, 3.0 or 3.1.
 *
 * <pre>{@code
 * OpenApiDocument document = OpenApiDocument.read(Path.of("openapi.yaml"));
 * Operation operation = document.route("GET", "/users/7").operation().orElseThrow();
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class OpenApiDocument {
    private final Node root;
    private final OpenApiVersion version;
    private final List<Operation> operations;
    private final List<String> basePaths;
    private final Subtypes subtypes;
    private final SchemaDialect dialect;
    private final Map<Wanted, CompiledSchema> schemas = new ConcurrentHashMap<>();

    private record Wanted(Node schema, Direction direction) {}

    private OpenApiDocument(Node root, OpenApiVersion version, SchemaDialect dialect) {
        this.root = root;
        this.version = version;
        this.operations = new OperationReader(root, version)
                .operations().stream()
                        .sorted(Comparator.comparing(Operation::path))
                        .toList();
        this.basePaths = BasePaths.of(root, version);
        this.subtypes = new Subtypes(root, version);
        this.dialect = dialect;
    }

    /**
     * Reads a document. What is wrong in it is told by {@link #problems()}, and left out of the model.
     *
     * @param file JSON when its name ends in {@code .json}, otherwise YAML; it may refer to files beside and below it
     * @throws ContractException if it cannot be read, is no OpenAPI document of these versions, or a library is missing
     */
    public static OpenApiDocument read(Path file) {
        return read(file, Map.of());
    }

    /** As {@link #read(Path)}, with judges of texts for formats of one's own, by their names. */
    public static OpenApiDocument read(Path file, Map<String, Predicate<String>> formats) {
        return of(new DocumentFiles(file), formats);
    }

    /**
     * Reads a document that stands alone: it may refer to itself only.
     *
     * @param name what messages call it; JSON when it ends in {@code .json}, otherwise YAML
     * @throws ContractException as {@link #read(Path)}
     */
    public static OpenApiDocument read(String name, byte[] bytes) {
        return of(new DocumentFiles(name, bytes), Map.of());
    }

    private static OpenApiDocument of(DocumentFiles files, Map<String, Predicate<String>> formats) {
        Node root = Node.root(files, files.first());
        OpenApiVersion version = OpenApiVersion.of(root).orElseThrow(() -> new ContractException(unknownVersion(root)));
        SchemaDialect dialect = SchemaDialect.withFormats(Formats.with(formats));
        dialect.parse(JsonBoolean.TRUE); // a library that is missing is told here, and not by the first exchange
        return new OpenApiDocument(root, version, dialect);
    }

    private static Problem unknownVersion(Node root) {
        String found = Stream.of("openapi", "swagger")
                .flatMap(name -> root.text(name).stream().map(text -> name + ": " + Quoted.text(text)))
                .findFirst()
                .orElse("neither openapi nor swagger");
        return Problem.error("OPENAPI-VERSION", "not an OpenAPI document of version 2.0, 3.0 or 3.1")
                .at(root.location())
                .found(found)
                .mend("name a document that begins with openapi: 3.1.0, 3.0.x, or swagger: \"2.0\"");
    }

    /** All operations, those with literal paths before those with parameters. */
    public List<Operation> operations() {
        return operations;
    }

    /** What may stand before the paths of operations, without a slash at the end; none where nothing does. */
    public List<String> basePaths() {
        return basePaths;
    }

    /** Where requests lead. */
    public Route route(String method, String path) {
        List<Route> routes = Stream.concat(basePaths.stream(), Stream.of(""))
                .distinct()
                .filter(path::startsWith)
                .map(base -> below(method, path.substring(base.length())))
                .toList();
        return routes.stream()
                .filter(route -> route.operation().isPresent())
                .findFirst()
                .or(() -> routes.stream()
                        .filter(route -> !route.methods().isEmpty())
                        .findFirst())
                .orElse(Route.NONE);
    }

    /** All operations that a method and a path may mean, the one that is meant first; the base path has to be there. */
    public List<Route> routes(String method, String path) {
        Stream<String> none = BasePaths.mayBeNone(root, version) ? Stream.of("") : Stream.empty();
        return Stream.concat(basePaths.stream(), none)
                .filter(path::startsWith)
                .flatMap(base -> operations.stream()
                        .filter(operation -> operation.method().equals(method))
                        .flatMap(operation -> operation.path().match(path.substring(base.length())).stream()
                                .map(values -> new Route(Optional.of(operation), values, List.of()))))
                .toList();
    }

    private Route below(String method, String path) {
        List<String> methods = new ArrayList<>();
        for (Operation operation : operations) {
            Optional<Map<String, String>> values = operation.path().match(path);
            if (values.isPresent() && operation.method().equals(method)) {
                return new Route(Optional.of(operation), values.get(), List.of());
            }
            values.ifPresent(any -> methods.add(operation.method()));
        }
        return new Route(
                Optional.empty(), Map.of(), methods.stream().distinct().sorted().toList());
    }

    /** A schema of the document, compiled when it is first asked for; many operations refer to the same one. */
    public CompiledSchema schema(Node schema, Direction direction) {
        Node meant = isReferenceOnly(schema) ? schema.resolved().orElse(schema) : schema;
        return schemas.computeIfAbsent(
                new Wanted(meant, direction),
                wanted -> CompiledSchema.of(meant, direction, version, subtypes, dialect));
    }

    /** Up to 3.0 nothing beside a reference counts. */
    private boolean isReferenceOnly(Node schema) {
        return schema.reference().isPresent()
                && (version != OpenApiVersion.V3_1 || schema.allEntries().size() == 1);
    }

    /** The whole document. */
    public Node root() {
        return root;
    }

    /** What is wrong in the document itself, errors and warnings, in the order of the document. */
    public List<Problem> problems() {
        return new DocumentCheck(root, version).problems();
    }
}
