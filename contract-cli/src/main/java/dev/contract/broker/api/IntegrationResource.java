package dev.contract.broker.api;

import dev.contract.broker.domain.Integration;
import dev.contract.broker.domain.Integrations;
import dev.contract.broker.domain.Slice;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.util.List;

/** Who has contracts with whom: as a list, as a graph, and as far as it can be reached from one application. */
final class IntegrationResource {
    private static final String GRAPH = "text/vnd.graphviz";

    private IntegrationResource() {}

    static void addTo(RouteTable table) {
        table.get("/integrations", IntegrationResource::list)
                .delete("/integrations", IntegrationResource::deleteAll)
                .demanding(Demand.ADMIN)
                .delete("/integrations/provider/{provider}/consumer/{consumer}", IntegrationResource::delete)
                .demanding(Demand.ADMIN)
                .get("/groups/{pacticipant}", IntegrationResource::group);
    }

    private static HttpResponse list(Call call) {
        String part = call.searched();
        Paging paging = Paging.of(call);
        Integrations known = call.kept().integrations();
        List<Integration> shown = known.named(part, paging.slice());
        if (call.accepts(GRAPH)) {
            return Answers.text(IntegrationText.graph(shown), GRAPH + ";charset=utf-8");
        }
        Hal hal = document(call, shown);
        paging.describe(hal, call, known.count(part));
        return Answers.ok(hal.build());
    }

    private static HttpResponse group(Call call) {
        List<Integration> group =
                Group.of(call.party("pacticipant"), call.kept().integrations().named("", Slice.ALL));
        return call.accepts("text/csv")
                ? Answers.text(IntegrationText.csv(group), "text/csv;charset=utf-8")
                : Answers.ok(document(call, group).build());
    }

    private static Hal document(Call call, List<Integration> integrations) {
        return new Hal()
                .embed(
                        "integrations",
                        integrations.stream()
                                .map(each -> one(call.links(), each))
                                .toList())
                .self(call.self());
    }

    private static JsonObject one(Links links, Integration integration) {
        String pair = links.pair(integration.consumer(), integration.provider());
        return new Hal()
                .put("consumer", PacticipantDocument.brief(links, integration.consumer()))
                .put("provider", PacticipantDocument.brief(links, integration.provider()))
                .put("createdAt", integration.createdAt())
                .put("updatedAt", integration.updatedAt())
                .self(links.integration(integration))
                .link("pb:latest-pact-version", pair + "/latest")
                .link("pb:all-pact-versions", pair + "/versions")
                .build();
    }

    private static HttpResponse delete(Call call) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        Integrations known = call.kept().integrations();
        known.delete(known.find(pair.consumer(), pair.provider())
                .orElseThrow(() -> Failure.unknown("There never was a pact of " + pair + ".")));
        return Answers.noContent();
    }

    private static HttpResponse deleteAll(Call call) {
        Integrations known = call.kept().integrations();
        known.named("", Slice.ALL).forEach(known::delete);
        return Answers.noContent();
    }
}
