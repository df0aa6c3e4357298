package dev.contract.compare.edit;

import dev.contract.compare.usage.Operation;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.openapi.document.OpenApiDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a provider's new OpenAPI document changes in comparison with its old one, as far as it may break somebody: operations, statuses, types
 * of bodies, headers and fields that are gone, headers and fields that need not be there any more, values of other types, requests that are
 * not allowed any more.
 *
 * <p>Bounds, patterns and values of {@code enum} in responses are not compared: by these the examples of contracts do not change.
 */
public final class DocumentChanges {
    private DocumentChanges() {}

    /**
     * The changes from one document to the other.
     *
     * @throws dev.contract.core.problem.ContractException if one cannot be read
     */
    public static List<Edit> between(Path before, Path after) {
        OpenApiDocument fresh = OpenApiDocument.read(after);
        List<Edit> edits = new ArrayList<>();
        OpenApiDocument.read(before).operations().forEach(each -> edits.addAll(of(each, fresh)));
        edits.add(Edit.everywhere(new Alteration.RequestsAllowed(OpenApiCheck.of(before), OpenApiCheck.of(after))));
        return edits;
    }

    private static List<Edit> of(dev.contract.openapi.document.Operation before, OpenApiDocument fresh) {
        Operation operation = named(before);
        return fresh.operations().stream()
                .filter(each -> named(each).isSame(operation))
                .findFirst()
                .map(after -> AnswerChanges.between(before, after))
                .orElseGet(() -> List.of(Edit.everywhere(new Alteration.DropOperation())))
                .stream()
                .map(edit -> edit.of(operation))
                .toList();
    }

    private static Operation named(dev.contract.openapi.document.Operation operation) {
        return new Operation(operation.method(), operation.path().toString());
    }
}
