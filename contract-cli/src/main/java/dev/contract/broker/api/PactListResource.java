package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Lists of pacts: of a provider, between two applications, and the newest of all. */
final class PactListResource {
    private static final String PROVIDER = "/pacts/provider/{provider}";
    private static final String PAIR = PROVIDER + "/consumer/{consumer}";

    private PactListResource() {}

    static void addTo(RouteTable table) {
        addProviderLists(table);
        addPairLists(table);
        table.get("/pacts/latest", PactListResource::latestOfAll);
    }

    private static void addProviderLists(RouteTable table) {
        table.get(PROVIDER, call -> ofProvider(call, PactListResource::all))
                .get(PROVIDER + "/latest", call -> ofProvider(call, PactListResource::latest))
                .get(PROVIDER + "/tag/{tag}", call -> ofProvider(call, tagged(call, Slice.ALL)))
                .get(PROVIDER + "/latest/{tag}", call -> ofProvider(call, tagged(call, Slice.FIRST)))
                .get(PROVIDER + "/branch", call -> ofProvider(call, onMainBranch(Slice.ALL)))
                .get(PROVIDER + "/branch/latest", call -> ofProvider(call, onMainBranch(Slice.FIRST)))
                .get(PROVIDER + "/branch/{branch}", call -> ofProvider(call, onBranch(call, Slice.ALL)))
                .get(PROVIDER + "/branch/{branch}/latest", call -> ofProvider(call, onBranch(call, Slice.FIRST)));
    }

    private static void addPairLists(RouteTable table) {
        table.get(PAIR + "/versions", call -> between(call, PactListResource::all))
                .delete(PAIR + "/versions", call -> delete(call, PactListResource::all))
                .get(PAIR + "/tag/{tag}", call -> between(call, tagged(call, Slice.ALL)))
                .delete(PAIR + "/tag/{tag}", call -> delete(call, tagged(call, Slice.ALL)))
                .get(PAIR + "/branch/{branch}", call -> between(call, onBranch(call, Slice.ALL)))
                .delete(PAIR + "/branch/{branch}", call -> delete(call, onBranch(call, Slice.ALL)))
                .get(PAIR + "/branch/{branch}/latest/versions", call -> between(call, onBranch(call, Slice.FIRST)))
                .get(PAIR + "/branch/versions", call -> between(call, onMainBranch(Slice.ALL)))
                .get(PAIR + "/branch/latest/versions", call -> between(call, onMainBranch(Slice.FIRST)));
    }

    /** Pacts of a pair, newest version first. */
    @FunctionalInterface
    private interface Pick {
        Stream<Pact> apply(PactResource.Pair pair, Transaction kept);
    }

    private static Pick tagged(Call call, Slice slice) {
        TagName tag = call.tagName();
        return (pair, kept) -> kept.pacts().tagged(pair.consumer(), pair.provider(), tag, slice).stream();
    }

    private static Pick onBranch(Call call, Slice slice) {
        BranchName branch = call.branchName();
        return (pair, kept) -> onBranch(pair, kept, branch, slice);
    }

    private static Pick onMainBranch(Slice slice) {
        return (pair, kept) -> kept.pacticipants().find(pair.consumer().name()).stream()
                .flatMap(consumer -> consumer.mainBranch().stream())
                .flatMap(branch -> onBranch(pair, kept, branch, slice));
    }

    private static Stream<Pact> onBranch(PactResource.Pair pair, Transaction kept, BranchName branch, Slice slice) {
        return kept.pacts().onBranch(pair.consumer(), pair.provider(), branch, slice).stream();
    }

    private static Stream<Pact> all(PactResource.Pair pair, Transaction kept) {
        return kept.pacts().between(pair.consumer(), pair.provider()).stream();
    }

    private static Stream<Pact> latest(PactResource.Pair pair, Transaction kept) {
        return kept.pacts().latest(pair.consumer(), pair.provider()).stream();
    }

    private static HttpResponse ofProvider(Call call, Pick pick) {
        Party provider = call.party("provider");
        List<Link> links = call.kept().pacticipants().consumersOf(provider).stream()
                .flatMap(consumer -> pick.apply(new PactResource.Pair(consumer, provider), call.kept()))
                .map(pact -> Link.to(call.links().pact(pact))
                        .titled(pact.title())
                        .named(pact.consumer().owner().toString()))
                .toList();
        Link owner = Link.to(call.links().pacticipant(provider))
                .titled(provider.toString())
                .named(provider.toString());
        return Answers.ok(new Hal()
                .link("self", Link.to(call.self()).titled("Pacts of " + provider))
                .link("provider", owner)
                .link("pb:provider", owner)
                .links("pb:pacts", links)
                .links("pacts", links)
                .build());
    }

    private static HttpResponse between(Call call, Pick pick) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        List<Pact> pacts = pick.apply(pair, call.kept()).toList();
        List<Link> links = pacts.stream()
                .map(pact -> Link.to(call.links().pact(pact)).titled("Pact").named(pact.title()))
                .toList();
        return Answers.ok(new Hal()
                .embed(
                        "pacts",
                        pacts.stream().map(pact -> brief(call.links(), pact)).toList())
                .link("self", Link.to(call.self()).titled("Pacts of " + pair))
                .link(
                        "consumer",
                        Link.to(call.links().pacticipant(pair.consumer()))
                                .titled(pair.consumer().toString()))
                .link(
                        "provider",
                        Link.to(call.links().pacticipant(pair.provider()))
                                .titled(pair.provider().toString()))
                .links("pb:pact-versions", links)
                .links("pact-versions", links)
                .links("pb:pacts", links)
                .build());
    }

    private static JsonObject brief(Links links, Pact pact) {
        return new Hal()
                .put("createdAt", pact.createdAt())
                .embed("consumerVersion", VersionDocument.brief(links, pact.consumer()))
                .link("self", Link.to(links.pact(pact)).titled("Pact").named(pact.title()))
                .build();
    }

    private static HttpResponse delete(Call call, Pick pick) {
        pick.apply(PactResource.Pair.of(call), call.kept())
                .toList()
                .forEach(call.kept().pacts()::delete);
        return Answers.noContent();
    }

    private static HttpResponse latestOfAll(Call call) {
        List<JsonObject> pacts = call.kept().pacts().newest("", Slice.ALL).stream()
                .map(pact -> newestOfPair(call.links(), pact))
                .toList();
        return Answers.ok(
                new Hal().put("pacts", JsonArray.of(pacts)).self(call.self()).build());
    }

    private static JsonObject newestOfPair(Links links, Pact pact) {
        JsonObject consumer = new Hal()
                .put("name", pact.consumer().owner().toString())
                .embed("version", VersionDocument.brief(links, pact.consumer()))
                .self(links.pacticipant(pact.consumer().owner()))
                .build();
        return new Hal()
                .put("createdAt", pact.createdAt())
                .embed("consumer", consumer)
                .embed("provider", PacticipantDocument.brief(links, pact.provider()))
                .links("self", List.of(Link.to(links.pair(pact) + "/latest"), Link.to(links.pact(pact))))
                .build();
    }
}
