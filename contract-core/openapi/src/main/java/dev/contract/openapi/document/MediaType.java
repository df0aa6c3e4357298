package dev.contract.openapi.document;

import java.util.Optional;

/**
 * What a body of one type, or of a range of types, is to be.
 *
 * @param range as the document has it: {@code application/json}, {@code text/*}
 * @param schema empty when the document does not say
 * @param encoding how the properties of a form are written, by name; empty when the document does not say
 */
public record MediaType(String range, Optional<Node> schema, Optional<Node> encoding) {}
