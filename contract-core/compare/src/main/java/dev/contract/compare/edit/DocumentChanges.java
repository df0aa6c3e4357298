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
        OpenApiDocument old = OpenApiDocument.read(before);
        List<Edit> edits = new ArrayList<>();
        for (var was : old.operations()) {
            Operation operation = Operation.of(was);
            fresh.operations().stream()
                    .filter(is -> Operation.of(is).isSame(operation))
                    .findFirst()
                    .map(is -> AnswerChanges.between(was, is))
                    .orElseGet(() -> List.of(Edit.everywhere(new RequestAlteration.DropOperation())))
                    .forEach(edit -> edits.add(edit.of(operation)));
        }
        if (!old.basePaths().equals(fresh.basePaths())) {
            edits.add(Edit.everywhere(new RequestAlteration.PathsMoved(old, fresh)));
        }
        edits.add(Edit.everywhere(
                new RequestAlteration.RequestsAllowed(OpenApiCheck.of(before), OpenApiCheck.of(after))));
        return edits;
    }
}
