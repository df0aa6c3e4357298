package dev.contract.core.format;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.SpecVersion;

/** The metadata of a file: the version it is written in, the library that wrote it, and whatever else was there. */
final class Metadata {
    private static final String SPECIFICATION = "pactSpecification";
    private static final String LIBRARY = "contract";

    private Metadata() {}

    /** What of it is kept in the model: all but what every writing sets anew. */
    static JsonObject kept(JsonObject metadata) {
        JsonObject kept = metadata.without("pactSpecificationVersion")
                .without("pact-specification")
                .without(LIBRARY);
        JsonObject specification =
                metadata.object(SPECIFICATION).orElse(JsonObject.EMPTY).without("version");
        return specification.isEmpty() ? kept.without(SPECIFICATION) : kept.with(SPECIFICATION, specification);
    }

    static JsonObject written(JsonObject kept, SpecVersion version, String library) {
        JsonObject specification =
                kept.object(SPECIFICATION).orElse(JsonObject.EMPTY).with("version", JsonString.of(version.text()));
        return JsonObject.builder()
                .put(LIBRARY, JsonObject.of("version", JsonString.of(library)))
                .put(SPECIFICATION, specification)
                .putAll(kept.without(SPECIFICATION).without(LIBRARY))
                .build();
    }
}
