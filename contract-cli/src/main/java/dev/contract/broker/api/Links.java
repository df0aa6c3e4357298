package dev.contract.broker.api;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Version;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The absolute addresses of all resources, below one base URL. */
record Links(String base) {

    String index() {
        return base + "/";
    }

    /** An address of fixed words and names; the names are encoded. */
    String to(String... segments) {
        return base + "/" + Arrays.stream(segments).map(Segments::encode).collect(Collectors.joining("/"));
    }

    /** An address as it is written in the API's description, names in braces included. */
    String template(String path) {
        return base + path;
    }

    String problem(String type) {
        return to("problems", type);
    }

    String pacticipant(Party party) {
        return to("pacticipants", party.name().value());
    }

    String version(Version version) {
        return pacticipant(version.owner()) + "/versions/" + encoded(version);
    }

    private static String encoded(Version version) {
        return Segments.encode(version.number().value());
    }

    String tag(Version version, TagName tag) {
        return version(version) + "/tags/" + Segments.encode(tag.value());
    }

    String branch(Branch branch) {
        return pacticipant(branch.owner()) + "/branches/"
                + Segments.encode(branch.name().value());
    }

    String branchVersion(Branch branch, Version version) {
        return branch(branch) + "/versions/" + encoded(version);
    }

    String providerPacts(Party provider) {
        return to("pacts", "provider", provider.name().value());
    }

    /** The pacts between two applications. */
    String pair(Party consumer, Party provider) {
        return providerPacts(provider) + "/consumer/"
                + Segments.encode(consumer.name().value());
    }

    String pact(Pact pact) {
        return pair(pact) + "/version/" + encoded(pact.consumer());
    }

    String pair(Pact pact) {
        return pair(pact.consumer().owner(), pact.provider());
    }

    /** A pact by its content: the address stays good when other versions have the same. */
    String content(Pact pact) {
        return pair(pact) + "/pact-version/" + Segments.encode(pact.sha().value());
    }

    /** As {@link #content(Pact)}, with what a verifier is to give back. */
    String content(Pact pact, PactMetadata metadata) {
        return metadata.isEmpty() ? content(pact) : content(pact) + "/metadata/" + metadata.encoded();
    }

    String verification(Pact pact, long number) {
        return content(pact) + "/verification-results/" + number;
    }

    String environment(Environment environment) {
        return to("environments", environment.uuid());
    }

    String deployed(DeployedVersion deployed) {
        return to("deployed-versions", deployed.uuid());
    }

    String released(ReleasedVersion released) {
        return to("released-versions", released.uuid());
    }

    String recordDeployment(Version version, Environment environment) {
        return version(version) + "/deployed-versions/environment/" + environment.uuid();
    }

    String recordRelease(Version version, Environment environment) {
        return version(version) + "/released-versions/environment/" + environment.uuid();
    }
}
