package dev.contract.compare.edit;

import dev.contract.compare.usage.Operation;
import dev.contract.compare.usage.SchemaFields;
import dev.contract.compare.usage.SchemaFields.Described;
import dev.contract.core.body.ContentType;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.ResponseDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider's new OpenAPI document changes in comparison with its old one, as far as it may break somebody: operations, statuses,
 * headers and fields that are gone, fields that need not be there any more or have other types, requests that are not allowed any more.
 *
 * <p>Bounds, patterns and values of {@code enum} in responses are not compared: by these the examples of contracts do not change. Used once.
 */
public final class DocumentChanges {
    private final List<Edit> edits = new ArrayList<>();

    private DocumentChanges() {}

    /**
     * The changes from one document to the other.
     *
     * @throws dev.contract.core.problem.ContractException if one cannot be read
     */
    public static List<Edit> between(Path before, Path after) {
        DocumentChanges changes = new DocumentChanges();
        OpenApiDocument fresh = OpenApiDocument.read(after);
        for (var operation : OpenApiDocument.read(before).operations()) {
            changes.operation(operation, fresh);
        }
        changes.edits.add(
                Edit.everywhere(new Alteration.RequestsAllowed(OpenApiCheck.of(before), OpenApiCheck.of(after))));
        return changes.edits;
    }

    private void operation(dev.contract.openapi.document.Operation before, OpenApiDocument fresh) {
        Operation operation = named(before);
        Optional<dev.contract.openapi.document.Operation> after = fresh.operations().stream()
                .filter(each -> named(each).isSame(operation))
                .findFirst();
        if (after.isEmpty()) {
            edits.add(Edit.everywhere(new Alteration.DropOperation()).of(operation));
            return;
        }
        before.responses().stream()
                .filter(response -> response.status().matches("\\d{3}|\\d[xX]{2}"))
                .forEach(response -> response(operation, response, after.get()));
    }

    private static Operation named(dev.contract.openapi.document.Operation operation) {
        return new Operation(operation.method(), operation.path().toString());
    }

    private void response(
            Operation operation, ResponseDescription before, dev.contract.openapi.document.Operation fresh) {
        String status = before.status().toUpperCase(Locale.ROOT);
        Optional<ResponseDescription> after = status.endsWith("XX")
                ? fresh.responses().stream()
                        .filter(each -> each.status().equalsIgnoreCase(status))
                        .findFirst()
                : fresh.response(Integer.parseInt(status));
        if (after.isEmpty()) {
            add(operation, status, new Alteration.DropStatus());
            return;
        }
        before.headers().stream()
                .map(Parameter::name)
                .filter(name -> after.get().headers().stream()
                        .noneMatch(other -> other.name().equalsIgnoreCase(name)))
                .forEach(name -> add(operation, status, new Alteration.DropHeader(name)));
        fields(operation, status, fields(before), fields(after.get()));
    }

    private void add(Operation operation, String status, Alteration alteration) {
        edits.add(new Edit(Optional.of(operation), Optional.of(status), alteration));
    }

    private static Map<RulePath, Described> fields(ResponseDescription response) {
        Map<RulePath, Described> fields = new LinkedHashMap<>();
        response.content().types().stream()
                .filter(type -> ContentType.parse(type.range())
                        .filter(ContentType::isJson)
                        .isPresent())
                .map(MediaType::schema)
                .flatMap(Optional::stream)
                .forEach(schema -> SchemaFields.of(schema, Direction.RESPONSE).forEach(fields::putIfAbsent));
        return fields;
    }

    private void fields(
            Operation operation, String status, Map<RulePath, Described> before, Map<RulePath, Described> after) {
        Set<RulePath> known = after.keySet();
        before.forEach((path, old) -> {
            if (path.tokens().isEmpty() || (known.isEmpty() && !isOutermost(path))) {
                return;
            }
            Described fresh = after.get(path);
            if (fresh == null) {
                gone(operation, status, path, known);
            } else {
                changed(operation, status, FieldPath.of(path), old, fresh);
            }
        });
    }

    private static boolean isOutermost(RulePath path) {
        return path.tokens().size() == 1;
    }

    /** With an object goes what is in it; and elements are no fields. */
    private void gone(Operation operation, String status, RulePath path, Set<RulePath> known) {
        RulePath holder = new RulePath(path.tokens().subList(0, path.tokens().size() - 1));
        boolean isElement = path.tokens().get(path.tokens().size() - 1) instanceof AnyIndex;
        if (!isElement && (known.contains(holder) || known.isEmpty())) {
            add(operation, status, new Alteration.Drop(FieldPath.of(path)));
        }
    }

    private void changed(Operation operation, String status, FieldPath path, Described old, Described fresh) {
        if (!old.types().isEmpty() && !fresh.types().isEmpty()) {
            fresh.types().stream()
                    .filter(type -> !old.types().contains(type))
                    .filter(type -> !(type.equals("integer") && old.types().contains("number")))
                    .findFirst()
                    .flatMap(JsonType::named)
                    .ifPresent(type -> add(operation, status, new Alteration.Retype(path, type)));
        }
        if (old.required() && !fresh.required()) {
            add(operation, status, new Alteration.Drop(path));
        }
    }
}
