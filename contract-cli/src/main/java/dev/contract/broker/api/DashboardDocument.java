package dev.contract.broker.api;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Outcome;
import dev.contract.broker.domain.matrix.Standing;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of the dashboard. */
final class DashboardDocument {
    private final Links links;
    private final VersionPlaces places;

    private final Map<Long, List<Delivery>> deliveries;
    private final WaitingWebhooks waiting;

    private DashboardDocument(
            Links links, VersionPlaces places, Map<Long, List<Delivery>> deliveries, WaitingWebhooks waiting) {
        this.links = links;
        this.places = places;
        this.deliveries = deliveries;
        this.waiting = waiting;
    }

    static JsonArray of(Call call, List<Standing> standings) {
        List<Version> versions =
                standings.stream().flatMap(DashboardDocument::versions).toList();
        List<Pact> pacts = standings.stream().map(Standing::pact).toList();
        DashboardDocument document = new DashboardDocument(
                call.links(),
                VersionPlaces.of(versions, call.kept()),
                call.kept().deliveries().newest(pacts),
                WaitingWebhooks.in(call.kept()));
        return JsonArray.of(standings.stream().map(document::row).toList());
    }

    private static Stream<Version> versions(Standing standing) {
        return Stream.concat(Stream.of(standing.pact().consumer()), standing.outcome().map(Outcome::provider).stream());
    }

    private JsonObject row(Standing standing) {
        Pact pact = standing.pact();
        Optional<Version> provider = standing.outcome().map(Outcome::provider);
        Hal hal = new Hal()
                .put("consumer", consumer(pact.consumer()))
                .put("provider", provider(pact, provider))
                .put(
                        "pact",
                        new Hal()
                                .put("createdAt", pact.createdAt())
                                .self(links.pact(pact))
                                .build())
                .put("pactTags", tags(pact.consumer()))
                .put(
                        "latestVerificationResult",
                        standing.outcome().map(this::result).orElse(JsonNull.NULL))
                .put("latestVerificationResultTags", provider.map(this::tags).orElse(JsonArray.EMPTY))
                .put("verificationStatus", standing.status().name().toLowerCase(Locale.ROOT))
                .put("webhookStatus", webhookStatus(pact))
                .put("latestWebhookExecution", latest(deliveries.getOrDefault(pact.id(), List.of())));
        return hal.self(links.dashboard(pact))
                .link("pb:latest-pact-version", links.pair(pact) + "/latest")
                .link("pb:all-pact-versions", links.pair(pact) + "/versions")
                .build();
    }

    /** What somebody has to look at first. */
    private String webhookStatus(Pact pact) {
        List<Delivery> ofPact = deliveries.getOrDefault(pact.id(), List.of());
        return Stream.of(
                        Delivery.Status.FAILURE,
                        Delivery.Status.RETRYING,
                        Delivery.Status.NOT_RUN,
                        Delivery.Status.SUCCESS)
                .filter(status -> ofPact.stream().anyMatch(each -> each.status() == status))
                .findFirst()
                .or(() -> Optional.of(Delivery.Status.NOT_RUN).filter(status -> waiting.areAbout(pact)))
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .orElse("none");
    }

    private static JsonValue latest(List<Delivery> newestFirst) {
        return newestFirst.stream()
                .findFirst()
                .<JsonValue>map(
                        each -> new Hal().put("triggeredAt", each.triggeredAt()).build())
                .orElse(JsonNull.NULL);
    }

    private JsonObject consumer(Version version) {
        return new Hal()
                .put("name", version.owner().name().value())
                .put("version", version(version))
                .self(links.pacticipant(version.owner()))
                .build();
    }

    private JsonObject provider(Pact pact, Optional<Version> version) {
        return new Hal()
                .put("name", pact.provider().name().value())
                .put("version", version.<JsonValue>map(this::version).orElse(JsonNull.NULL))
                .self(links.pacticipant(pact.provider()))
                .build();
    }

    private JsonObject version(Version version) {
        List<BranchMember> on = places.branches(version);
        Hal hal = new Hal().put("number", version.number().value());
        on.stream().findFirst().ifPresent(member -> hal.put("branch", name(member)));
        return hal.put(
                        "headBranchNames",
                        JsonArray.of(on.stream()
                                .filter(BranchMember::head)
                                .map(DashboardDocument::name)
                                .toList()))
                .self(links.version(version))
                .build();
    }

    private static JsonString name(BranchMember member) {
        return JsonString.of(member.branch().name().value());
    }

    private JsonArray tags(Version version) {
        return JsonArray.of(places.tags(version).stream()
                .map(tag -> VersionDocument.tag(links, tag))
                .toList());
    }

    private JsonValue result(Outcome outcome) {
        return new Hal()
                .put("success", outcome.success())
                .put("verifiedAt", outcome.at())
                .build();
    }
}
