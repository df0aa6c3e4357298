package dev.contract.broker.api;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;

/** The way in: every client starts at the relations of {@code GET /}. */
final class IndexResource {
    private static final String PACTS = "/pacts/provider/{provider}";
    private static final String PAIR = PACTS + "/consumer/{consumer}";
    private static final String PACTICIPANT = "/pacticipants/{pacticipant}";

    private IndexResource() {}

    static void addTo(RouteTable table) {
        table.look("/", (request, store) -> index(request.links(), request.settings()));
    }

    private static HttpResponse index(Links links, ApiSettings settings) {
        Hal hal = new Hal().self(links.index());
        publishing(hal, links);
        if (settings.comparing()) {
            hal.template("pf:publish-provider-contract", links.template(ProviderContractResource.PUBLISH));
        }
        pacts(hal, links);
        applications(hal, links);
        answers(hal, links);
        hal.link("curies", JsonArray.of(curie("pb", links), curie("beta", links), curie("pf", links)));
        return Answers.ok(hal.build());
    }

    private static void publishing(Hal hal, Links links) {
        hal.template("pb:publish-pact", links.template(PAIR + "/version/{consumerApplicationVersion}"))
                .link("pb:publish-contracts", links.to("contracts", "publish"));
    }

    private static void pacts(Hal hal, Links links) {
        String forVerification = links.template(PACTS + "/for-verification");
        hal.link("pb:latest-pact-versions", links.to("pacts", "latest"))
                .template("pb:tagged-pact-versions", links.template(PAIR + "/tag/{tag}"))
                .template("pb:branch-pact-versions", links.template(PAIR + "/branch/{branch}"))
                .template("pb:latest-branch-pact-versions", links.template(PAIR + "/branch/{branch}/latest/versions"))
                .template("pb:main-branch-pact-versions", links.template(PAIR + "/branch/versions"))
                .template("pb:latest-main-branch-pact-versions", links.template(PAIR + "/branch/latest/versions"))
                .template("pb:provider-pacts", links.template(PACTS))
                .template("pb:provider-pacts-with-tag", links.template(PACTS + "/tag/{tag}"))
                .template("pb:provider-pacts-with-branch", links.template(PACTS + "/branch/{branch}"))
                .template("pb:provider-pacts-with-main-branch", links.template(PACTS + "/branch"))
                .template("pb:latest-provider-pacts", links.template(PACTS + "/latest"))
                .template("pb:latest-provider-pacts-with-tag", links.template(PACTS + "/latest/{tag}"))
                .template("pb:latest-provider-pacts-with-branch", links.template(PACTS + "/branch/{branch}/latest"))
                .template("pb:latest-provider-pacts-with-main-branch", links.template(PACTS + "/branch/latest"))
                .template("pb:provider-pacts-for-verification", forVerification)
                .template("beta:provider-pacts-for-verification", forVerification);
    }

    private static void applications(Hal hal, Links links) {
        hal.link("pb:pacticipants", links.to("pacticipants"))
                .template("pb:pacticipant", links.template(PACTICIPANT))
                .template("pb:pacticipant-version", links.template(PACTICIPANT + "/versions/{version}"))
                .template("pb:pacticipant-version-tag", links.template(PACTICIPANT + "/versions/{version}/tags/{tag}"))
                .template("pb:pacticipant-branch", links.template(PACTICIPANT + "/branches/{branch}"))
                .template(
                        "pb:pacticipant-branch-version",
                        links.template(PACTICIPANT + "/branches/{branch}/versions/{version}"))
                .template("pb:latest-version", links.template(PACTICIPANT + "/latest-version"))
                .template("pb:latest-tagged-version", links.template(PACTICIPANT + "/latest-version/{tag}"));
    }

    private static void answers(Hal hal, Links links) {
        String canIDeploy = "/can-i-deploy?pacticipant={pacticipant}&version={version}";
        hal.template("pb:can-i-deploy-pacticipant-version-to-tag", links.template(canIDeploy + "&to={tag}"))
                .template(
                        "pb:can-i-deploy-pacticipant-version-to-environment",
                        links.template(canIDeploy + "&environment={environment}"))
                .link("pb:webhooks", links.to("webhooks"))
                .template("pb:webhook", links.template("/webhooks/{uuid}"))
                .link("pb:environments", links.to("environments"))
                .template("pb:environment", links.template("/environments/{uuid}"))
                .link("pb:integrations", links.to("integrations"))
                .link("pb:metrics", links.to("metrics"));
    }

    private static JsonObject curie(String name, Links links) {
        String rel = name.equals("pf") ? "pf:{rel}" : "{rel}";
        return Link.template(links.template("/doc/" + rel + "?context=index"))
                .named(name)
                .json();
    }
}
