package dev.contract.broker.api;

import dev.contract.broker.api.Route.Handler;
import dev.contract.broker.api.Route.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/** All routes. Filled once, then only read. */
final class RouteTable {
    private static final System.Logger LOG = System.getLogger(RouteTable.class.getName());

    private final List<Route> routes = new ArrayList<>();
    private final AtomicBoolean hinted = new AtomicBoolean();

    /** A route and the values of the names in its path. */
    record Found(Route route, Map<String, String> values) {}

    /** Routes of a path, one for each method; empty when no route has the path. */
    record Candidates(List<Found> found) {
        /** HEAD is a GET without its body. */
        Optional<Found> method(String method) {
            String wanted = method.equals("HEAD") ? "GET" : method;
            return found.stream()
                    .filter(each -> each.route().method().equals(wanted))
                    .findFirst();
        }

        Demand demand(String method) {
            return method(method).map(each -> each.route().demand()).orElse(Demand.of(method));
        }

        /** The methods as the {@code Allow} header has them. */
        String allowed() {
            TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
            found.forEach(each -> methods.add(each.route().method()));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            return String.join(", ", methods);
        }
    }

    RouteTable get(String path, Handler handler) {
        return add("GET", path, Route.reading(handler));
    }

    RouteTable put(String path, Handler handler) {
        return add("PUT", path, Route.writing(handler));
    }

    RouteTable post(String path, Handler handler) {
        return add("POST", path, Route.writing(handler));
    }

    /** A POST that only looks things up: its question is too long for a query. */
    RouteTable ask(String path, Handler handler) {
        return add("POST", path, Route.reading(handler)).demanding(Demand.READ);
    }

    RouteTable patch(String path, Handler handler) {
        return add("PATCH", path, Route.writing(handler));
    }

    RouteTable delete(String path, Handler handler) {
        return add("DELETE", path, Route.writing(handler));
    }

    /** A GET that decides itself when it looks into the store, and for how long. */
    RouteTable look(String path, Work work) {
        return add("GET", path, work);
    }

    /** A POST that takes long: it does its work in several transactions, or outside of them. */
    RouteTable run(String path, Work work) {
        return add("POST", path, work);
    }

    /** A PATCH that does its work in several transactions, or outside of them. */
    RouteTable change(String path, Work work) {
        return add("PATCH", path, work);
    }

    /** A PUT that does its work in several transactions, or outside of them. */
    RouteTable replace(String path, Work work) {
        return add("PUT", path, work);
    }

    private RouteTable add(String method, String path, Work work) {
        routes.add(new Route(method, new Template(path), Demand.of(method), work));
        return this;
    }

    /** The route that was added last asks for this. */
    RouteTable demanding(Demand demand) {
        int last = routes.size() - 1;
        routes.set(last, routes.get(last).demanding(demand));
        return this;
    }

    List<Route> all() {
        return List.copyOf(routes);
    }

    /** This table in the order in which it is searched. */
    RouteTable sorted() {
        routes.sort(Comparator.comparing(Route::template, Template.EXACT_FIRST));
        return this;
    }

    /** The route here that has the method and the template of one of another table. */
    Optional<Found> standingFor(Found other) {
        return routes.stream()
                .filter(each -> each.isLike(other.route()))
                .findFirst()
                .map(each -> new Found(each, other.values()));
    }

    /** The routes of a path; those of a path with decoded slashes where there are none. */
    Candidates find(List<String> segments) {
        Candidates exact = find(segments, Template::match);
        return exact.found().isEmpty() ? findLoosely(segments) : exact;
    }

    private Candidates findLoosely(List<String> segments) {
        Candidates readings = mostWords(find(segments, Template::matchLoosely));
        if (!readings.found().isEmpty() && hinted.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A proxy seems to decode %2F in paths. It is guessed where the names of branches and tags end;"
                            + " better let the proxy pass paths on as they are.");
        }
        return readings;
    }

    /** Of several readings the one with the most words of ours: the fewest end up in a name. */
    private static Candidates mostWords(Candidates readings) {
        int most = readings.found().stream().mapToInt(RouteTable::size).max().orElse(0);
        return new Candidates(
                readings.found().stream().filter(each -> size(each) == most).toList());
    }

    private static int size(Found found) {
        return found.route().template().size();
    }

    private Candidates find(
            List<String> segments, BiFunction<Template, List<String>, Optional<Map<String, String>>> match) {
        List<Found> found = new ArrayList<>();
        for (Route route : routes) {
            match.apply(route.template(), segments).ifPresent(values -> found.add(new Found(route, values)));
        }
        return new Candidates(found);
    }
}
