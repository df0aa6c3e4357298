package dev.contract.broker.api;

import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.core.json.JsonObject;

/** A released version as a HAL document. */
final class ReleaseDocument {
    private ReleaseDocument() {}

    static JsonObject of(Links links, ReleasedVersion released) {
        return new Hal()
                .put("uuid", released.uuid())
                .put("currentlySupported", released.supported())
                .put("createdAt", released.createdAt())
                .put("supportEndedAt", released.supportEndedAt())
                .embed(
                        "pacticipant",
                        PacticipantDocument.brief(links, released.version().owner()))
                .embed("version", VersionDocument.brief(links, released.version()))
                .embed("environment", EnvironmentDocument.brief(links, released.environment()))
                .self(links.released(released))
                .build();
    }

    static JsonObject link(Links links, ReleasedVersion released) {
        return JsonObject.builder()
                .put("title", "Version released to " + released.environment().displayName())
                .put("name", released.environment().displayName())
                .put("href", links.released(released))
                .put("currently_supported", released.supported())
                .build();
    }
}
