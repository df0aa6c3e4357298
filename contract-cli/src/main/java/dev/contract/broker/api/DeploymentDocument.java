package dev.contract.broker.api;

import dev.contract.broker.domain.DeployedVersion;
import dev.contract.core.json.JsonObject;

/** A deployed version as a HAL document. */
final class DeploymentDocument {
    private DeploymentDocument() {}

    static JsonObject of(Links links, DeployedVersion deployed) {
        return hal(links, deployed).build();
    }

    static Hal hal(Links links, DeployedVersion deployed) {
        return new Hal()
                .put("uuid", deployed.uuid())
                .put("currentlyDeployed", deployed.current())
                .put("applicationInstance", deployed.instance())
                .put("target", deployed.instance())
                .put("createdAt", deployed.createdAt())
                .put("undeployedAt", deployed.undeployedAt())
                .embed(
                        "pacticipant",
                        PacticipantDocument.brief(links, deployed.version().owner()))
                .embed("version", VersionDocument.brief(links, deployed.version()))
                .embed("environment", EnvironmentDocument.brief(links, deployed.environment()))
                .self(links.deployed(deployed));
    }
}
