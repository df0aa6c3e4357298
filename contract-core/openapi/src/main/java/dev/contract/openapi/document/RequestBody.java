package dev.contract.openapi.document;

import java.util.List;

/**
 * The body that an operation takes.
 *
 * @param required whether there has to be one
 * @param fields of a form, where the document has them as parameters (2.0); none elsewhere
 */
public record RequestBody(boolean required, Content content, List<Parameter> fields, Node node) {
    public RequestBody {
        fields = List.copyOf(fields);
    }
}
