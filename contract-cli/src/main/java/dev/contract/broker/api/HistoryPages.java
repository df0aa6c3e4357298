package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.HistoryPage;
import dev.contract.broker.page.HistoryPage.Row;
import dev.contract.broker.page.Ref;
import dev.contract.core.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The versions of one contract. */
final class HistoryPages {
    private static final long ROWS = 30;
    private static final int SHA_LETTERS = 8;

    private HistoryPages() {}

    static void addTo(RouteTable pages) {
        pages.get("/pacts/provider/{provider}/consumer/{consumer}/versions", HistoryPages::history);
    }

    private static HttpResponse history(Call call) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        Optional<String> from = call.query("from").filter(text -> !text.isBlank());
        Optional<String> to = call.query("to").filter(text -> !text.isBlank());
        return from.isPresent() && to.isPresent()
                ? toComparison(call, pair, from.get(), to.get())
                : Answers.page(page(call, pair));
    }

    /** A form can only send a query, and the comparison has an address of its own. */
    private static HttpResponse toComparison(Call call, PactResource.Pair pair, String from, String to) {
        return HttpResponse.of(303)
                .withHeader(
                        "Location",
                        call.links().pair(pair.consumer(), pair.provider()) + "/version/" + Segments.encode(from)
                                + "/diff/version/" + Segments.encode(to));
    }

    private static HistoryPage page(Call call, PactResource.Pair pair) {
        Views views = Views.of(call);
        List<Pact> all = call.kept().pacts().between(pair.consumer(), pair.provider());
        Paging paging = Paging.always(call, ROWS);
        List<Pact> shown = paging.cut(all);
        VersionPlaces places =
                VersionPlaces.of(shown.stream().map(Pact::consumer).toList(), call.kept());
        int first = (int) Math.min(paging.slice().offset(), all.size());
        return new HistoryPage(
                Views.frame(call, "Versions of the contract of " + pair, Frame.Section.OVERVIEW),
                views.application(pair.consumer()),
                views.application(pair.provider()),
                call.self(),
                IntStream.range(0, shown.size())
                        .mapToObj(i -> row(call, places, shown.get(i), older(all, first + i)))
                        .toList(),
                paging.pager(call, all.size()));
    }

    private static Optional<Pact> older(List<Pact> all, int at) {
        return at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty();
    }

    private static Row row(Call call, VersionPlaces places, Pact pact, Optional<Pact> older) {
        boolean changed = older.isPresent() && older.get().contentId() != pact.contentId();
        return new Row(
                Views.of(call).at(pact.consumer(), places, pact.createdAt()),
                new Ref("contract", call.links().pact(pact)),
                pact.sha()
                        .value()
                        .substring(0, Math.min(SHA_LETTERS, pact.sha().value().length())),
                Views.mark(call.evidence().last(pact)),
                changed
                        ? new Ref("what changed", call.links().pact(pact) + "/diff/previous-distinct")
                        : Ref.none(older.isPresent() ? "unchanged" : "the first one"));
    }
}
