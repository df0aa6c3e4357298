package dev.contract.broker.api;

import dev.contract.broker.domain.Integration;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.NetworkPage;
import dev.contract.broker.page.NetworkPage.Row;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.network.Layout;
import dev.contract.core.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who has contracts with whom, as a picture and as a list. */
final class NetworkPages {
    private static final int MOST_DRAWN = 1_500;
    private static final int MOST_LISTED = 1_000;
    private static final int NEIGHBOURS_LISTED = 12;
    private static final int DEEPEST = 3;

    private final Call call;
    private final List<Integration> all;

    private NetworkPages(Call call) {
        this.call = call;
        this.all = call.kept().integrations().named("", Slice.ALL);
    }

    static void addTo(RouteTable pages) {
        pages.get("/integrations", call -> new NetworkPages(call)
                        .page(call.query("focus")
                                .filter(text -> !text.isBlank())
                                .orElse("")))
                .get("/groups/{pacticipant}", call -> new NetworkPages(call)
                        .page(call.party("pacticipant").toString()));
    }

    private HttpResponse page(String focus) {
        int depth = call.query("depth")
                .filter(text -> text.matches("[1-9]"))
                .map(Integer::parseInt)
                .map(deep -> Math.min(deep, DEEPEST))
                .orElse(1);
        List<Integration> shown = focus.isEmpty() ? all : around(focus, depth);
        Map<String, Row> rows = rows(shown);
        boolean tooLarge = shown.size() > MOST_DRAWN;
        return Answers.page(new NetworkPage(
                Views.frame(call, focus.isEmpty() ? "Network" : "Network around " + focus, Frame.Section.NETWORK),
                focus,
                depth,
                views(focus),
                tooLarge
                        ? null
                        : Layout.of(shown.stream().map(NetworkPages::edge).toList()),
                tooLarge
                        ? "These are " + shown.size() + " contracts, too many for a picture: choose an application."
                        : "",
                rows.values().stream().limit(MOST_LISTED).toList(),
                rows(all).keySet().stream().limit(MOST_LISTED).toList()));
    }

    private static Layout.Edge edge(Integration each) {
        return new Layout.Edge(each.consumer().toString(), each.provider().toString());
    }

    private List<Ref> views(String focus) {
        if (focus.isEmpty()) {
            return List.of();
        }
        List<Ref> views = new ArrayList<>();
        for (int depth = 1; depth <= DEEPEST; depth++) {
            views.add(new Ref(depth == 1 ? "its neighbours" : depth + " steps", focused(focus, depth)));
        }
        views.add(new Ref("everything", call.links().to("integrations")));
        return views;
    }

    private String focused(String name, int depth) {
        String address = call.links().to("integrations") + "?focus=" + Segments.encode(name);
        return depth == 1 ? address : address + "&depth=" + depth;
    }

    /** The contracts between applications that so many steps lead to, whichever way the contracts point. */
    private List<Integration> around(String focus, int depth) {
        Set<String> near = new LinkedHashSet<>(Set.of(focus));
        for (int step = 0; step < depth; step++) {
            Set<String> found = new LinkedHashSet<>(near);
            for (Integration each : all) {
                if (near.contains(each.consumer().toString())
                        || near.contains(each.provider().toString())) {
                    found.add(each.consumer().toString());
                    found.add(each.provider().toString());
                }
            }
            near = found;
        }
        Set<String> members = near;
        return all.stream()
                .filter(each -> members.contains(each.consumer().toString())
                        && members.contains(each.provider().toString()))
                .toList();
    }

    private Map<String, Row> rows(List<Integration> integrations) {
        Map<String, Party> parties = new TreeMap<>();
        Map<String, List<Ref>> consumers = new TreeMap<>();
        Map<String, List<Ref>> providers = new TreeMap<>();
        for (Integration each : integrations) {
            parties.put(each.consumer().toString(), each.consumer());
            parties.put(each.provider().toString(), each.provider());
            add(providers, each.consumer(), each.provider());
            add(consumers, each.provider(), each.consumer());
        }
        Map<String, Row> rows = new TreeMap<>();
        parties.forEach((name, party) -> rows.put(name, row(party, consumers.get(name), providers.get(name))));
        return rows;
    }

    private void add(Map<String, List<Ref>> neighbours, Party of, Party neighbour) {
        neighbours
                .computeIfAbsent(of.toString(), name -> new ArrayList<>())
                .add(new Ref(neighbour.toString(), focused(neighbour.toString(), 1)));
    }

    private Row row(Party party, @Nullable List<Ref> consumers, @Nullable List<Ref> providers) {
        List<Ref> calling = consumers == null ? List.of() : consumers;
        List<Ref> called = providers == null ? List.of() : providers;
        return new Row(
                Views.of(call).application(party),
                new Ref("focus", focused(party.toString(), 1)),
                calling.stream().limit(NEIGHBOURS_LISTED).toList(),
                called.stream().limit(NEIGHBOURS_LISTED).toList(),
                Math.max(0, calling.size() - NEIGHBOURS_LISTED),
                Math.max(0, called.size() - NEIGHBOURS_LISTED));
    }
}
