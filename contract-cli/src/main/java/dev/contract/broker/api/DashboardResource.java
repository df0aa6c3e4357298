package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Pacts;
import dev.contract.broker.domain.matrix.Evidence;
import dev.contract.broker.domain.matrix.Standing;
import dev.contract.core.http.HttpResponse;
import java.util.List;

/** How the newest pact of each two applications stands. */
final class DashboardResource {
    private static final long ROWS = 30;

    private DashboardResource() {}

    static void addTo(RouteTable table) {
        table.get("/dashboard", DashboardResource::all)
                .get("/dashboard/provider/{provider}/consumer/{consumer}", DashboardResource::ofPair);
    }

    private static HttpResponse all(Call call) {
        String part = call.searched();
        Paging paging = Paging.always(call, ROWS);
        Pacts pacts = call.kept().pacts();
        Hal hal = document(call, pacts.newest(part, paging.slice()));
        paging.describe(hal, call, pacts.countPairs(part));
        return Answers.ok(hal.build());
    }

    private static HttpResponse ofPair(Call call) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        List<Pact> newest = call.kept().pacts().latest(pair.consumer(), pair.provider()).stream()
                .toList();
        return Answers.ok(document(call, newest).build());
    }

    private static Hal document(Call call, List<Pact> newest) {
        Evidence evidence = call.evidence();
        List<Standing> standings = newest.stream()
                .map(pact -> Standing.of(pact, evidence, call.kept()))
                .toList();
        return new Hal().put("items", DashboardDocument.of(call, standings)).self(call.self());
    }
}
