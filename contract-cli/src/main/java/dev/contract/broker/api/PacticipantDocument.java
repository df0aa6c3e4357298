package dev.contract.broker.api;

import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Party;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** An application as a HAL document. */
final class PacticipantDocument {
    private PacticipantDocument() {}

    static JsonObject of(Call call, Pacticipant application) {
        Links links = call.links();
        Party party = application.party();
        String self = links.pacticipant(party);
        Pacticipant.Details details = application.details();
        Hal hal = new Hal()
                .put("name", party.name().value())
                .put(
                        "displayName",
                        Optional.ofNullable(details.displayName())
                                .orElse(party.name().value()))
                .put(
                        "mainBranch",
                        application.mainBranch().map(Object::toString).orElse(null))
                .put("repositoryUrl", details.repositoryUrl())
                .put("repositoryName", details.repositoryName())
                .put("repositoryNamespace", details.repositoryNamespace())
                .put("createdAt", application.createdAt())
                .put("updatedAt", application.updatedAt());
        embedLatestVersion(hal, call, party);
        hal.embed("labels", labels(call, party));
        hal.self(self)
                .link("pb:versions", self + "/versions")
                .link("pb:branches", self + "/branches")
                .template("pb:version", self + "/versions/{version}")
                .template("pb:version-tag", self + "/versions/{version}/tags/{tag}")
                .template("pb:branch-version", self + "/branches/{branch}/versions/{version}")
                .template("pb:label", self + "/labels/{label}")
                .link("pb:deployed-environments", deployed(call, party))
                .template(
                        "pb:can-i-deploy-badge", self + "/latest-version/{tag}/can-i-deploy/to/{environmentTag}/badge")
                .template(
                        "pb:can-i-deploy-branch-to-environment-badge",
                        self + "/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge")
                .link("versions", self + "/versions");
        return hal.build();
    }

    private static void embedLatestVersion(Hal hal, Call call, Party party) {
        call.kept().versions().latest(party).ifPresent(version -> {
            JsonObject embedded = VersionDocument.brief(call.links(), version);
            hal.embed("latestVersion", embedded).embed("latest-version", embedded);
        });
    }

    private static List<JsonObject> labels(Call call, Party party) {
        return call.kept().pacticipants().labels(party).stream()
                .map(label -> label(call.links(), party, label))
                .toList();
    }

    static JsonObject label(Links links, Party party, String label) {
        return new Hal()
                .put("name", label)
                .self(links.pacticipant(party) + "/labels/" + Segments.encode(label))
                .build();
    }

    private static JsonArray deployed(Call call, Party party) {
        return JsonArray.of(call.kept().deployments().deployed(party).stream()
                .map(deployed -> deployedLink(call.links(), deployed))
                .toList());
    }

    static JsonObject deployedLink(Links links, DeployedVersion deployed) {
        JsonObject.Builder link = JsonObject.builder()
                .put("title", "Version deployed to " + deployed.environment().displayName())
                .put("name", deployed.environment().displayName())
                .put("href", links.deployed(deployed))
                .put("currently_deployed", deployed.current());
        String instance = deployed.instance();
        if (instance != null) {
            link.put("application_instance", instance);
        }
        return link.build();
    }

    /** Name and address: how other documents embed an application. */
    static JsonObject brief(Links links, Party party) {
        return new Hal()
                .put("name", party.name().value())
                .self(links.pacticipant(party))
                .build();
    }
}
