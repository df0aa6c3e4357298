package dev.contract.broker.api;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Integration;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.webhook.Addresses;
import dev.contract.core.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The absolute addresses of all resources, below one base URL. */
record Links(String base) implements Addresses {

    /** The request with the path that it has below the base URL; some proxies leave the context in, some take it away. */
    HttpRequest withinContext(HttpRequest request) {
        int slash = base.indexOf('/', base.indexOf("://") + 3);
        String context = slash < 0 ? "" : base.substring(slash);
        String path = request.path();
        if (context.isEmpty() || !(path + "/").startsWith(context + "/")) {
            return request;
        }
        return request.withPath(path.equals(context) ? "/" : path.substring(context.length()));
    }

    /** The same addresses without the host: wherever a browser found the page, it finds the others there. */
    Links local() {
        int slash = base.indexOf('/', base.indexOf("://") + 3);
        return new Links(slash < 0 ? "" : base.substring(slash));
    }

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

    /** Those that a version may be put on; the branch is open. */
    String anyBranchVersion(Version version) {
        return pacticipant(version.owner()) + "/branches/{branch}/versions/" + encoded(version);
    }

    String providerPacts(Party provider) {
        return to("pacts", "provider", provider.name().value());
    }

    /** The pacts between two applications. */
    String pair(Party consumer, Party provider) {
        return providerPacts(provider) + "/consumer/"
                + Segments.encode(consumer.name().value());
    }

    String dashboard(Pact pact) {
        return to(
                "dashboard",
                "provider",
                pact.provider().toString(),
                "consumer",
                pact.consumer().owner().toString());
    }

    String integration(Integration integration) {
        return to(
                "integrations",
                "provider",
                integration.provider().toString(),
                "consumer",
                integration.consumer().toString());
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

    @Override
    public String contract(Pact pact) {
        return content(
                pact, new PactMetadata(false, null, List.of(pact.consumer().number())));
    }

    @Override
    public String result(Pact pact, Verification result) {
        return verification(pact, result.number());
    }

    String providerContract(Version provider) {
        return to(
                "provider-contracts",
                "provider",
                provider.owner().toString(),
                "version",
                provider.number().value());
    }

    /** What came of comparing a pact with a document of its provider. */
    String comparison(Pact pact, ContentSha document) {
        return content(pact) + "/provider-contract/" + Segments.encode(document.value()) + "/comparison";
    }

    String webhook(Webhook webhook) {
        return to("webhooks", webhook.uuid());
    }

    String deliveryLog(Delivery delivery) {
        return to("triggered-webhooks", delivery.uuid(), "logs");
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
