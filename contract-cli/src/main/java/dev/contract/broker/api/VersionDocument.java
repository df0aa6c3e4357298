package dev.contract.broker.api;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.Version;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/** Versions as HAL documents; what is asked for all of them is asked at once. */
final class VersionDocument {
    private final Call call;
    private final VersionPlaces places;
    private final List<Environment> environments;

    private VersionDocument(Call call, Collection<Version> versions) {
        this.call = call;
        this.places = VersionPlaces.of(versions, call.kept());
        this.environments = call.kept().environments().all();
    }

    static List<JsonObject> all(Call call, List<Version> versions) {
        VersionDocument documents = new VersionDocument(call, versions);
        return versions.stream()
                .map(version -> documents.document(version, call.links().version(version)))
                .toList();
    }

    /**
     * The document.
     *
     * @param self the address asked for: "the latest version" is another one than the version it leads to
     */
    static JsonObject of(Call call, Version version, String self) {
        return new VersionDocument(call, List.of(version)).document(version, self);
    }

    private JsonObject document(Version version, String self) {
        Links links = call.links();
        Hal hal = new Hal()
                .put("number", version.number().value())
                .put("buildUrl", version.buildUrl())
                .put("createdAt", version.createdAt());
        embedPlaces(hal, version);
        hal.link("self", Link.to(self).titled("Version").named(version.number().value()))
                .link("pb:pacticipant", pacticipant(links, version))
                .template("pb:tag", links.version(version) + "/tags/{tag}")
                .link(
                        "pb:latest-verification-results-where-pacticipant-is-consumer",
                        links.to(
                                "verification-results",
                                "consumer",
                                version.owner().name().value(),
                                "version",
                                version.number().value(),
                                "latest"))
                .links("pb:pact-versions", pacts(call, version));
        linkEnvironments(hal, version);
        return hal.build();
    }

    private static Link pacticipant(Links links, Version version) {
        return Link.to(links.pacticipant(version.owner())).named(version.owner().toString());
    }

    /** Branches and tags. */
    private void embedPlaces(Hal hal, Version version) {
        List<JsonObject> branches = places.branches(version).stream()
                .map(member -> branch(call.links(), member))
                .toList();
        List<JsonObject> tags =
                places.tags(version).stream().map(tag -> tag(call.links(), tag)).toList();
        hal.embed("branches", branches).embed("branchVersions", branches).embed("tags", tags);
    }

    static JsonObject branch(Links links, BranchMember member) {
        return new Hal()
                .put("name", member.branch().name().value())
                .put("latest", member.head())
                .self(links.branchVersion(member.branch(), member.version()))
                .build();
    }

    static JsonObject tag(Links links, Tag tag) {
        return new Hal()
                .put("name", tag.name().value())
                .put("latest", tag.latest())
                .self(links.tag(tag.version(), tag.name()))
                .build();
    }

    private static List<Link> pacts(Call call, Version version) {
        return call.kept().pacts().of(version).stream()
                .map(pact -> Link.to(call.links().pact(pact)).titled("Pact").named(pact.title()))
                .toList();
    }

    private void linkEnvironments(Hal hal, Version version) {
        Links links = call.links();
        boolean live = !places.environments(version).isEmpty();
        hal.link("pb:deployed-environments", live ? deployed(version) : JsonArray.EMPTY)
                .link("pb:released-environments", live ? released(version) : JsonArray.EMPTY);
        hal.links(
                        "pb:record-deployment",
                        recording("Record deployment to ", environments, version, links::recordDeployment))
                .links(
                        "pb:record-release",
                        recording("Record release to ", environments, version, links::recordRelease));
    }

    private JsonArray deployed(Version version) {
        return JsonArray.of(call.kept().deployments().history(version).stream()
                .filter(DeployedVersion::current)
                .map(deployed -> PacticipantDocument.deployedLink(call.links(), deployed))
                .toList());
    }

    private JsonArray released(Version version) {
        return JsonArray.of(call.kept().deployments().releases(version).stream()
                .filter(ReleasedVersion::supported)
                .map(released -> ReleaseDocument.link(call.links(), released))
                .toList());
    }

    /** Clients choose the environment by the link's name. */
    private static List<Link> recording(
            String title,
            List<Environment> environments,
            Version version,
            BiFunction<Version, Environment, String> address) {
        return environments.stream()
                .map(environment -> Link.to(address.apply(version, environment))
                        .titled(title + environment.displayName())
                        .named(environment.name().value()))
                .toList();
    }

    /** Number and address: how other documents embed a version. */
    static JsonObject brief(Links links, Version version) {
        return new Hal()
                .put("number", version.number().value())
                .link("self", link(links, version))
                .build();
    }

    /** With all that the command line of npm asks of the links that publishing answers with. */
    static Link link(Links links, Version version) {
        return Link.to(links.version(version))
                .titled("Version")
                .named(version.number().value());
    }
}
