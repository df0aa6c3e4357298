package dev.contract.openapi.document;

import java.util.List;

/**
 * What an operation answers.
 *
 * @param status as the document has it: {@code 200}, {@code 2XX}, {@code default}
 */
public record ResponseDescription(String status, Content content, List<Parameter> headers, Node node) {
    public ResponseDescription {
        headers = List.copyOf(headers);
    }
}
