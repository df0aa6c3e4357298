package dev.contract.broker.api;

import dev.contract.broker.domain.Comparison;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Notice;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ProviderContract;
import dev.contract.broker.domain.ProviderContracts;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.publishing.ProviderPublication;
import dev.contract.broker.domain.publishing.ProviderPublishing;
import dev.contract.broker.domain.webhook.Events;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a provider says of itself, and what came of comparing pacts with that. */
final class ProviderContractResource {
    static final String PUBLISH = "/provider-contracts/provider/{provider}/publish";

    private static final String OLD = "/contracts/provider/{provider}/version/{version}";
    static final String ONE = "/provider-contracts/provider/{provider}/version/{version}";
    static final String COMPARISON = "/pacts/provider/{provider}/consumer/{consumer}/pact-version/{sha}"
            + "/provider-contract/{document}/comparison";

    private ProviderContractResource() {}

    static void addTo(RouteTable table) {
        table.run(PUBLISH, (request, store) -> {
                    ProviderPublication read = read(request, store, ProviderContractFields::read);
                    return Route.publishing(call -> publish(call, read)).answer(request, store);
                })
                .replace(OLD, (request, store) -> {
                    ProviderPublication read = read(request, store, ProviderContractFields::readOld);
                    return Route.publishing(call -> publishOld(call, read)).answer(request, store);
                })
                .get(ONE, call -> Answers.ok(document(call, contract(call))))
                .get(ONE + "/content", ProviderContractResource::content)
                .get(COMPARISON, ProviderContractResource::comparison);
    }

    /** A large document takes its time: nobody who writes waits for it to be read. */
    private static ProviderPublication read(Routed request, Store store, Function<Call, ProviderPublication> reading) {
        return store.read(kept -> reading.apply(request.within(kept)));
    }

    private static ProviderPublishing.Done done(Call call, ProviderPublication publication) {
        return new ProviderPublishing(call.kept(), call.settings().policies(), call.now()).publish(publication);
    }

    private static HttpResponse publish(Call call, ProviderPublication publication) {
        ProviderPublishing.Done done = done(call, publication);
        Version provider = done.contract().provider();
        Links links = call.links();
        Hal answer = new Hal()
                .put("notices", Notices.json(notices(call, done)))
                .embed("version", VersionDocument.brief(links, provider))
                .link(
                        "pb:pacticipant-version",
                        Link.to(links.version(provider)).named(provider.number().value()))
                .links(
                        "pb:pacticipant-version-tags",
                        done.arrived().tags().stream()
                                .map(tag -> Link.to(links.tag(provider, tag.name()))
                                        .named(tag.name().value()))
                                .toList());
        answer.link(
                "pb:branch-version",
                done.arrived()
                        .branch()
                        .map(member -> Link.to(links.branchVersion(member.branch(), provider))
                                .named(member.branch().name().value()))
                        .orElseGet(() -> Link.template(links.anyBranchVersion(provider))));
        return Answers.ok(answer.link("pf:provider-contract", links.providerContract(provider))
                .build());
    }

    private static HttpResponse publishOld(Call call, ProviderPublication publication) {
        ProviderPublishing.Done done = done(call, publication);
        call.events().described(done.contract().provider());
        return Answers.stored(done.fresh(), document(call, done.contract()));
    }

    private static List<Notice> notices(Call call, ProviderPublishing.Done done) {
        Version provider = done.contract().provider();
        List<Notice> notices = new ArrayList<>();
        notices.add(new Notice(Notice.Tone.DEBUG, versionText(done)));
        notices.add(new Notice(
                Notice.Tone.SUCCESS,
                done.fresh()
                        ? "Document of " + provider + " published"
                        : "Document of " + provider + " was published already"));
        notices.add(new Notice(Notice.Tone.DEBUG, "  View it: " + call.links().providerContract(provider)));
        if (done.contract().selfVerified() == null) {
            notices.add(new Notice(
                    Notice.Tone.WARNING,
                    "  Nobody said whether the own tests of " + provider
                            + " hold it to this document: publish it with their outcome"));
        }
        for (Events.Raised raised : call.events().described(provider)) {
            raised.webhooks()
                    .forEach(webhook -> notices.add(new Notice(
                            Notice.Tone.DEBUG,
                            "  Webhook \"" + webhook.title() + "\" triggered by " + raised.event())));
        }
        return notices;
    }

    private static String versionText(ProviderPublishing.Done done) {
        Version version = done.contract().provider();
        StringBuilder text = new StringBuilder("Version " + version.number() + " of " + version.owner()
                + (done.arrived().version().fresh() ? " created" : " updated"));
        done.arrived().branch().ifPresent(member -> text.append(", branch ")
                .append(member.branch().name()));
        done.arrived().tags().stream().map(Tag::name).map(TagName::value).forEach(tag -> text.append(", tag ")
                .append(tag));
        return text.toString();
    }

    static ProviderContract contract(Call call) {
        Party provider = call.party("provider");
        VersionNumber number = call.versionNumber();
        return call.kept()
                .versions()
                .find(provider, number)
                .flatMap(call.kept().providerContracts()::find)
                .orElseThrow(
                        () -> Failure.unknown("Version " + number + " of " + provider + " has published no document."));
    }

    private static JsonObject document(Call call, ProviderContract contract) {
        Links links = call.links();
        Version provider = contract.provider();
        String self = links.providerContract(provider);
        return new Hal()
                .put("specification", "oas")
                .put("contentType", contract.contentType())
                .put("sha", contract.sha().value())
                .put(
                        "selfVerificationResults",
                        orNull(call.kept().providerContracts().selfVerification(provider)))
                .put("createdAt", contract.createdAt())
                .self(self)
                .link("pf:content", self + "/content")
                .link(
                        "pb:pacticipant",
                        Link.to(links.pacticipant(provider.owner()))
                                .named(provider.owner().toString()))
                .link(
                        "pb:pacticipant-version",
                        Link.to(links.version(provider)).named(provider.number().value()))
                .build();
    }

    private static JsonValue orNull(JsonObject said) {
        return said.isEmpty() ? JsonNull.NULL : said;
    }

    private static HttpResponse content(Call call) {
        ProviderContract contract = contract(call);
        byte[] content = call.kept().providerContracts().content(contract.documentId());
        String type = contract.contentType();
        return new HttpResponse(
                200,
                Headers.of("Content-Type", type, "X-Content-Type-Options", "nosniff"),
                Body.of(content, ContentType.of(type)));
    }

    /** What is compared: a pact and the document of its provider. */
    record Sides(Pact pact, ContentSha document, ProviderContracts.Pair pair) {
        static Sides of(Call call) {
            Pact pact = PactResource.byContent(call, PactMetadata.NONE);
            String text = call.value("document");
            return sha(text)
                    .flatMap(sha -> call.kept()
                            .providerContracts()
                            .document(pact.provider(), sha)
                            .map(id -> new Sides(pact, sha, new ProviderContracts.Pair(pact.contentId(), id))))
                    .orElseThrow(
                            () -> Failure.unknown(pact.provider() + " has published no document \"" + text + "\"."));
        }

        private static Optional<ContentSha> sha(String text) {
            try {
                return Optional.of(new ContentSha(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** What nobody has needed so far is made meanwhile; so this is seen only once, or where that was not possible. */
    private static HttpResponse comparison(Call call) {
        Sides sides = Sides.of(call);
        return call.kept()
                .providerContracts()
                .comparison(sides.pair())
                .map(found -> Answers.ok(comparison(call, sides, found)))
                .orElseGet(() -> Answers.ok(pending(call, sides)));
    }

    private static JsonObject pending(Call call, Sides sides) {
        return new Hal()
                .put("compatible", JsonNull.NULL)
                .put("results", JsonArray.EMPTY)
                .self(call.links().comparison(sides.pact(), sides.document()))
                .build();
    }

    private static JsonObject comparison(Call call, Sides sides, Comparison comparison) {
        Links links = call.links();
        return new Hal()
                .put("compatible", orNull(comparison.compatible()))
                .put("errors", comparison.errors())
                .put("warnings", comparison.warnings())
                .put("notCompared", comparison.notCompared())
                .put("firstError", orNull(comparison.firstError()))
                .put("comparedAt", comparison.comparedAt())
                .put("results", call.kept().providerContracts().findings(comparison))
                .self(links.comparison(sides.pact(), sides.document()))
                .link("pb:pact-version", links.content(sides.pact()))
                .link("pb:provider", links.pacticipant(sides.pact().provider()))
                .build();
    }

    private static JsonValue orNull(@Nullable Boolean flag) {
        return flag == null ? JsonNull.NULL : JsonBoolean.of(flag);
    }

    private static JsonValue orNull(@Nullable String text) {
        return text == null ? JsonNull.NULL : JsonString.of(text);
    }
}
