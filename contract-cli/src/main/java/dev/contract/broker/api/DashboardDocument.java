package dev.contract.broker.api;

import static java.util.stream.Collectors.groupingBy;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Standing;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
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

/** Rows of the dashboard. Branches and tags of all rows are asked for at once. One thread at a time. */
final class DashboardDocument {
    private static final int AT_A_TIME = 500;

    private final Links links;
    private final Map<Version, List<BranchMember>> branches;
    private final Map<Version, List<Tag>> tags;

    private DashboardDocument(Call call, List<Version> versions) {
        this.links = call.links();
        this.branches = versions.isEmpty()
                ? Map.of()
                : call.kept().branches().of(versions).stream().collect(groupingBy(BranchMember::version));
        this.tags = versions.isEmpty()
                ? Map.of()
                : call.kept().tags().of(versions).stream().collect(groupingBy(Tag::version));
    }

    static JsonArray of(Call call, List<Standing> standings) {
        List<JsonObject> rows = Stream.iterate(0, from -> from < standings.size(), from -> from + AT_A_TIME)
                .map(from -> standings.subList(from, Math.min(from + AT_A_TIME, standings.size())))
                .flatMap(some -> rows(call, some))
                .toList();
        return JsonArray.of(rows);
    }

    private static Stream<JsonObject> rows(Call call, List<Standing> standings) {
        List<Version> versions = standings.stream()
                .flatMap(DashboardDocument::versions)
                .distinct()
                .toList();
        DashboardDocument document = new DashboardDocument(call, versions);
        return standings.stream().map(document::row);
    }

    private static Stream<Version> versions(Standing standing) {
        return Stream.concat(
                Stream.of(standing.pact().consumer()), standing.result().map(Verification::provider).stream());
    }

    private JsonObject row(Standing standing) {
        Pact pact = standing.pact();
        Optional<Version> provider = standing.result().map(Verification::provider);
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
                        standing.result().map(this::result).orElse(JsonNull.NULL))
                .put("latestVerificationResultTags", provider.map(this::tags).orElse(JsonArray.EMPTY))
                .put("verificationStatus", standing.status().name().toLowerCase(Locale.ROOT))
                .put("webhookStatus", "none")
                .put("latestWebhookExecution", JsonNull.NULL);
        return hal.self(links.dashboard(pact))
                .link("pb:latest-pact-version", links.pair(pact) + "/latest")
                .link("pb:all-pact-versions", links.pair(pact) + "/versions")
                .build();
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
        List<BranchMember> on = branches.getOrDefault(version, List.of());
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
        return JsonArray.of(tags.getOrDefault(version, List.of()).stream()
                .map(tag -> VersionDocument.tag(links, tag))
                .toList());
    }

    private JsonValue result(Verification result) {
        return new Hal()
                .put("success", result.success())
                .put("verifiedAt", result.verifiedAt())
                .build();
    }
}
