package dev.contract.standalone;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the control API understands and answers, for programs that read OpenAPI. */
final class OpenApiDocument {
    private OpenApiDocument() {}

    static HttpResponse response() {
        return new HttpResponse(
                200, Headers.of("Content-Type", ContentType.JSON.toString()), Body.of(bytes(), ContentType.JSON));
    }

    static byte[] bytes() {
        try (InputStream document = OpenApiDocument.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(document, "openapi.json").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
