package dev.contract.broker.api;

import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Evidence;
import dev.contract.broker.domain.matrix.Outcome;
import dev.contract.broker.domain.matrix.Standing;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.OverviewPage;
import dev.contract.broker.page.OverviewPage.Row;
import dev.contract.broker.page.Ref;
import dev.contract.core.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page where everybody starts. */
final class OverviewPages {
    private static final long ROWS = 50;

    private OverviewPages() {}

    static void addTo(RouteTable pages) {
        pages.get("/", OverviewPages::overview).get("/dashboard", OverviewPages::overview);
    }

    private static HttpResponse overview(Call call) {
        String searched = call.searched();
        Paging paging = Paging.always(call, ROWS);
        Evidence evidence = call.evidence();
        List<Standing> standings = call.kept().pacts().newest(searched, paging.slice()).stream()
                .map(pact -> Standing.of(pact, evidence, call.kept()))
                .toList();
        Map<Long, List<Delivery>> deliveries = call.kept()
                .deliveries()
                .newest(standings.stream().map(Standing::pact).toList());
        List<Version> versions =
                standings.stream().flatMap(OverviewPages::versions).toList();
        VersionPlaces places = VersionPlaces.of(versions, call.kept());
        return Answers.page(new OverviewPage(
                Views.frame(call, "Contracts", Frame.Section.OVERVIEW),
                call.publicAddress(),
                searched,
                standings.stream()
                        .map(each -> row(
                                call,
                                each,
                                places,
                                deliveries.getOrDefault(each.pact().id(), List.of())))
                        .toList(),
                paging.pager(call, call.kept().pacts().countPairs(searched))));
    }

    private static Stream<Version> versions(Standing standing) {
        return Stream.concat(Stream.of(standing.pact().consumer()), standing.outcome().map(Outcome::provider).stream());
    }

    private static Row row(Call call, Standing standing, VersionPlaces places, List<Delivery> deliveries) {
        Views views = Views.of(call);
        Pact pact = standing.pact();
        return new Row(
                views.application(pact.consumer().owner()),
                views.application(pact.provider()),
                new Ref("contract", call.links().pact(pact)),
                views.at(pact.consumer(), places, pact.createdAt()),
                mark(standing.status()),
                standing.outcome()
                        .map(outcome -> views.at(outcome.provider(), places, outcome.at()))
                        .orElse(null),
                webhooks(deliveries),
                call.links().pact(pact) + "/triggered-webhooks");
    }

    static Mark mark(Standing.Status status) {
        return switch (status) {
            case NEVER -> Mark.quiet("not verified");
            case SUCCESS -> Mark.good("verified");
            case STALE -> Mark.warning("changed since");
            case FAILED -> Mark.bad("failed");
            case FAILED_PENDING -> Mark.warning("failed, pending");
        };
    }

    /** The worst of them; null where there are none. */
    private static @Nullable Mark webhooks(List<Delivery> newest) {
        return Stream.of(
                        Delivery.Status.FAILURE,
                        Delivery.Status.RETRYING,
                        Delivery.Status.NOT_RUN,
                        Delivery.Status.SUCCESS)
                .filter(status -> newest.stream().anyMatch(each -> each.status() == status))
                .findFirst()
                .map(OverviewPages::mark)
                .orElse(null);
    }

    static Mark mark(Delivery.Status status) {
        return switch (status) {
            case NOT_RUN -> Mark.quiet("waiting");
            case RETRYING -> Mark.warning("trying again");
            case SUCCESS -> Mark.good("sent");
            case FAILURE -> Mark.bad("failed");
        };
    }
}
