package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Version;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.List;

/** A pact as clients fetch it: the document as it was published, with its time and its links at the end. */
final class PactDocument {
    private PactDocument() {}

    /** The type that a client asks for when the document is to stand apart from what the broker says of it. */
    static final String EXTENDED = "application/vnd.pactbrokerextended.v1+json";

    static JsonObject of(Call call, Pact pact, PactMetadata metadata) {
        JsonValue stored = call.kept().pacts().document(pact.contentId());
        JsonObject document = stored instanceof JsonObject object ? object : JsonObject.of("contract", stored);
        JsonObject links = links(call.links(), pact, metadata);
        return document.toBuilder()
                .put("createdAt", JsonString.of(Hal.time(pact.createdAt())))
                .put("_links", links)
                .build();
    }

    static JsonObject extended(Call call, Pact pact, PactMetadata metadata) {
        List<JsonObject> tags = call.kept().tags().of(pact.consumer()).stream()
                .map(tag -> VersionDocument.tag(call.links(), tag))
                .toList();
        return new Hal()
                .put("contract", call.kept().pacts().document(pact.contentId()))
                .put("createdAt", pact.createdAt())
                .embed("tags", tags)
                .build()
                .with("_links", links(call.links(), pact, metadata));
    }

    private static JsonObject links(Links links, Pact pact, PactMetadata metadata) {
        String pair = links.pair(pact);
        String content = links.content(pact);
        Hal hal = new Hal()
                .link("self", Link.to(links.pact(pact)).titled("Pact").named(pact.title()))
                .link(
                        "pb:consumer",
                        application(links, "Consumer", pact.consumer().owner()))
                .link("pb:consumer-version", version(links, pact.consumer()))
                .link("pb:provider", application(links, "Provider", pact.provider()))
                .link(
                        "pb:pact-version",
                        Link.to(content).titled("Pact content permalink").named(pact.title()))
                .link("pb:latest-pact-version", Link.to(pair + "/latest").titled("Latest version of this pact"))
                .link("pb:all-pact-versions", Link.to(pair + "/versions").titled("All versions of this pact"))
                .link("pb:latest-untagged-pact-version", pair + "/latest-untagged")
                .template("pb:latest-tagged-pact-version", pair + "/latest/{tag}")
                .link("pb:previous-distinct", links.pact(pact) + "/previous-distinct")
                .link("pb:diff-previous-distinct", links.pact(pact) + "/diff/previous-distinct")
                .template("pb:diff", content + "/diff/pact-version/{pactVersion}")
                .link("pb:pact-webhooks", webhooks(links, pact))
                .link(
                        "pb:consumer-webhooks",
                        links.to("webhooks", "consumer", pact.consumer().owner().toString()))
                .link("pb:tag-prod-version", links.version(pact.consumer()) + "/tags/prod")
                .template("pb:tag-version", links.version(pact.consumer()) + "/tags/{tag}");
        linkResults(hal, links, pact, metadata);
        return hal.build().object("_links").orElse(JsonObject.EMPTY);
    }

    private static void linkResults(Hal hal, Links links, Pact pact, PactMetadata metadata) {
        hal.link("pb:publish-verification-results", links.content(pact, metadata) + "/verification-results")
                .link("pb:latest-verification-results", links.content(pact) + "/verification-results/latest")
                .link("pb:triggered-webhooks", links.pact(pact) + "/triggered-webhooks")
                .link("pb:matrix-for-consumer-version", matrix(links, pact.consumer()));
    }

    private static String webhooks(Links links, Pact pact) {
        return links.to(
                "webhooks",
                "provider",
                pact.provider().toString(),
                "consumer",
                pact.consumer().owner().toString());
    }

    private static String matrix(Links links, Version consumer) {
        return links.to("matrix") + "?q[][pacticipant]="
                + Segments.encode(consumer.owner().toString()) + "&q[][version]="
                + Segments.encode(consumer.number().value()) + "&latestby=cvpv";
    }

    private static Link application(Links links, String title, Party party) {
        return Link.to(links.pacticipant(party)).titled(title).named(party.toString());
    }

    private static Link version(Links links, Version version) {
        return Link.to(links.version(version))
                .titled("Consumer version")
                .named(version.number().value());
    }
}
