package dev.contract.openapi.document;

import java.util.Optional;

/** A version of the OpenAPI specification, as far as versions differ in what documents say. */
enum OpenApiVersion {
    /** Called Swagger then. */
    V2_0,
    V3_0,
    V3_1;

    /** The version of a document; empty when it is none of these, or the document says none. */
    static Optional<OpenApiVersion> of(Node document) {
        String swagger = document.text("swagger").orElse("");
        String openapi = document.text("openapi").orElse("");
        if (swagger.equals("2.0")) {
            return Optional.of(V2_0);
        }
        if (openapi.equals("3.0") || openapi.startsWith("3.0.")) {
            return Optional.of(V3_0);
        }
        return openapi.equals("3.1") || openapi.startsWith("3.1.") ? Optional.of(V3_1) : Optional.empty();
    }
}
