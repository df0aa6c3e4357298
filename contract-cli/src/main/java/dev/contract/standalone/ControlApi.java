package dev.contract.standalone;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.standalone.StandaloneStub.Loaded;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The control API: a function from request to response, which steers a stub.
 *
 * <p>Never throws; what is wrong with a call is told in a problem document, and nothing has changed then. Thread-safe.
 */
final class ControlApi {
    /** Below it everything is the control API's. */
    static final String PREFIX = "/__contract";

    private final StandaloneStub stub;
    private final Guard guard;

    /** What anybody may ask: it says nothing of what is served. */
    private final List<Route> open = List.of(new Route("GET", "/health", call -> health()));

    private final List<Route> own = List.of(
            new Route("GET", "", call -> state()),
            new Route("GET", "/openapi.json", call -> OpenApiDocument.response()),
            new Route("POST", "/reload", call -> reload()),
            new Route("POST", "/reset", call -> reset()),
            new Route("PUT", "/providers/{name}", this::open));

    private final List<Route> routes;

    ControlApi(StandaloneStub stub, Guard guard) {
        this.stub = stub;
        this.guard = guard;
        this.routes = Stream.of(
                        own,
                        new InteractionRoutes(stub).routes(),
                        new JournalRoutes(stub).routes(),
                        new ScopeRoutes(stub).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Method and path of everything that can be asked: {@code GET /health}. */
    Set<String> offered() {
        Set<String> offered = new TreeSet<>();
        List.of(open, routes)
                .forEach(table -> table.forEach(route -> offered.add(route.method() + " " + route.path())));
        return offered;
    }

    HttpResponse answer(HttpRequest request) {
        try {
            String path = request.path().substring(PREFIX.length());
            HttpResponse known = answer(open, path, request);
            if (known != null) {
                return known;
            }
            guard.check(request);
            HttpResponse response = answer(routes, path, request);
            return response == null ? unknown(request, path) : response;
        } catch (Failure e) {
            return refusal(e);
        } catch (ContractException e) {
            return Documents.problem(400, e.problems());
        } catch (RuntimeException | StackOverflowError e) {
            return Documents.problem(
                    500,
                    List.of(Problem.error("CONTRACT-FAULT", "this is a fault in contract, please report it")
                            .found(e.toString())));
        }
    }

    private static @Nullable HttpResponse answer(List<Route> routes, String path, HttpRequest request) {
        for (Route route : routes) {
            var values = route.match(path);
            if (values.isPresent() && route.method().equals(request.method())) {
                return route.handler().answer(new Call(request, values.get()));
            }
        }
        return null;
    }

    private static HttpResponse refusal(Failure failure) {
        HttpResponse response = Documents.problem(failure.status(), failure.problems());
        return failure.status() == 401 ? response.withHeader("WWW-Authenticate", "Bearer") : response;
    }

    private HttpResponse unknown(HttpRequest request, String path) {
        String allowed = routes.stream()
                .filter(route -> route.match(path).isPresent())
                .map(Route::method)
                .collect(Collectors.joining(", "));
        String asked = request.method() + " " + request.path();
        if (allowed.isEmpty()) {
            return Documents.problem(
                    404,
                    List.of(Problem.error("STUB-ROUTE", "the control API has nothing here")
                            .found(asked)
                            .mend("see GET " + PREFIX + "/openapi.json")));
        }
        Problem problem = Problem.error("STUB-ROUTE", "the control API does not do this here")
                .found(asked)
                .mend("use " + allowed);
        return Documents.problem(405, List.of(problem)).withHeader("Allow", allowed);
    }

    private static HttpResponse health() {
        return Documents.json(200, JsonObject.of("status", JsonString.of("up")));
    }

    private HttpResponse state() {
        List<JsonObject> served = stub.served().stream().map(Documents::served).toList();
        return Documents.json(
                200,
                JsonObject.builder()
                        .put("providers", JsonArray.of(served))
                        .put("reloads", stub.reloads())
                        .put("problems", Documents.problems(stub.problems()))
                        .build());
    }

    private HttpResponse reload() {
        Loaded loaded = stub.reload();
        if (!loaded.taken()) {
            throw new Failure(409, loaded.problems());
        }
        return state();
    }

    private HttpResponse reset() {
        return stub.with(shelf -> {
            shelf.reset();
            return Documents.nothing();
        });
    }

    /** A provider that no contract has begins without interactions, at the port of all that have none of their own. */
    private HttpResponse open(Call call) {
        String name = call.value("name");
        if (name.isBlank()) {
            throw Failure.of(400, Problem.error("STUB-PROVIDER", "the provider has no name"));
        }
        stub.with(shelf -> shelf.open(name));
        return stub.served().stream()
                .filter(served -> served.provider().equals(name))
                .map(served -> Documents.json(200, Documents.served(served)))
                .findFirst()
                .orElseThrow();
    }
}
