package dev.contract.openapi.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one method does to one path.
 *
 * @param method in upper case
 * @param parameters those of the path and of the operation, but for fields of forms
 * @param body empty when it takes none
 * @param responses in the order of the document
 * @param security alternatives, each a list of what is needed together; none when nothing is needed
 */
public record Operation(
        String method,
        PathTemplate path,
        List<Parameter> parameters,
        Optional<RequestBody> body,
        List<ResponseDescription> responses,
        List<List<SecurityNeed>> security,
        Node node) {
    public Operation {
        parameters = List.copyOf(parameters);
        responses = List.copyOf(responses);
        security = List.copyOf(security);
    }

    /** What is said of a status: by its number, by its range, by {@code default}, in this order; empty when it is unknown. */
    public Optional<ResponseDescription> response(int status) {
        return response(Integer.toString(status))
                .or(() -> response(status / 100 + "XX"))
                .or(() -> response("DEFAULT"));
    }

    private Optional<ResponseDescription> response(String status) {
        return responses.stream()
                .filter(each -> each.status().toUpperCase(Locale.ROOT).equals(status))
                .findFirst();
    }

    /** {@code GET /users/{id}}. */
    public String title() {
        return method + " " + path;
    }
}
