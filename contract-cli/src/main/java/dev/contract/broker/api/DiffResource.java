package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Store;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What changed between two pacts of the same two applications, always from the older to the newer. */
final class DiffResource {
    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";
    private static final String VERSION = PAIR + "/version/{version}/diff";
    private static final String CONTENT = PAIR + "/pact-version/{sha}/diff";
    private static final TimeLimit LIMIT = new TimeLimit();
    private static final Comparator<Pact> BY_AGE =
            Comparator.comparing(pact -> pact.consumer().order());

    private DiffResource() {}

    static void addTo(RouteTable table) {
        addTo(table, new Documents());
    }

    /** How it is told: as a document, or as a page. */
    interface Form {
        HttpResponse changes(Routed request, PactDiff diff);

        /** Where there is nothing to compare a pact with. */
        HttpResponse nothing(Routed request, Pact pact);
    }

    /** Every address at which two pacts are compared. Comparing looks into no store, so that no transaction waits for it. */
    static void addTo(RouteTable table, Form form) {
        table.look(VERSION + "/previous-distinct", (request, store) -> sincePrevious(request, store, form))
                .look(
                        VERSION + "/version/{other}",
                        (request, store) -> between(request, store, DiffResource::versions, form))
                .look(
                        CONTENT + "/pact-version/{other}",
                        (request, store) -> between(request, store, DiffResource::contents, form));
    }

    private static Stream<Pact> versions(Call call) {
        return Stream.of("version", "other").map(name -> PactResource.ofVersion(call, name));
    }

    private static Stream<Pact> contents(Call call) {
        return Stream.of("sha", "other").map(name -> PactResource.byContent(call, name, PactMetadata.NONE));
    }

    private static HttpResponse between(Routed request, Store store, Function<Call, Stream<Pact>> both, Form form) {
        PactDiff diff = store.read(kept -> {
            List<Pact> pacts = both.apply(request.within(kept)).sorted(BY_AGE).toList();
            return PactDiff.of(pacts.get(0), pacts.get(1), kept);
        });
        return changes(form, request, diff);
    }

    private static HttpResponse sincePrevious(Routed request, Store store, Form form) {
        return store.<Supplier<HttpResponse>>read(kept -> {
                    Pact pact = PactResource.ofVersion(request.within(kept), "version");
                    return kept.pacts()
                            .previousDistinct(pact)
                            .map(before -> PactDiff.of(before, pact, kept))
                            .<Supplier<HttpResponse>>map(diff -> () -> changes(form, request, diff))
                            .orElse(() -> form.nothing(request, pact));
                })
                .get();
    }

    private static HttpResponse changes(Form form, Routed request, PactDiff diff) {
        return LIMIT.run(request.settings().diffTimeout(), () -> form.changes(request, diff));
    }

    /** JSON for those who accept it, else text. */
    private static final class Documents implements Form {
        @Override
        public HttpResponse changes(Routed request, PactDiff diff) {
            return wantsJson(request) ? json(diff.json(request.links())) : Answers.text(diff.text(request.links()));
        }

        @Override
        public HttpResponse nothing(Routed request, Pact pact) {
            return wantsJson(request)
                    ? json(PactDiff.noneJson(request.links(), pact))
                    : Answers.text(PactDiff.noneText());
        }

        private static boolean wantsJson(Routed request) {
            return request.request().headers().values("Accept").stream().anyMatch(type -> type.contains("json"));
        }

        private static HttpResponse json(JsonObject document) {
            return Answers.json(200, document, "application/json;charset=utf-8");
        }
    }
}
