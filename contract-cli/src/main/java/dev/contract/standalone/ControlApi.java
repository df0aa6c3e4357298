package dev.contract.standalone;

import dev.contract.consumer.answer.ScenarioState;
import dev.contract.consumer.stub.Scenarios;
import dev.contract.core.format.ContractReader;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.standalone.StandaloneStub.Loaded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private final List<Route> routes = List.of(
            new Route("GET", "", call -> state()),
            new Route("GET", "/openapi.json", call -> OpenApiDocument.response()),
            new Route("POST", "/reload", call -> reload()),
            new Route("POST", "/reset", call -> reset()),
            new Route("PUT", "/providers/{name}", this::open),
            new Route("GET", "/interactions", this::list),
            new Route("POST", "/interactions", this::add),
            new Route("DELETE", "/interactions", this::removeAdded),
            new Route("GET", "/interactions/{id}", call -> read(call)),
            new Route("PUT", "/interactions/{id}", this::replace),
            new Route("DELETE", "/interactions/{id}", this::remove),
            new Route("PUT", "/interactions/{id}/answers", this::behave),
            new Route("DELETE", "/interactions/{id}/answers", this::behaveAsAgreed),
            new Route("GET", "/scenarios", this::scenarios),
            new Route("PUT", "/scenarios", this::move),
            new Route("DELETE", "/scenarios", this::restart));

    ControlApi(StandaloneStub stub, Guard guard) {
        this.stub = stub;
        this.guard = guard;
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
        return stub.with((shelf, doors) -> {
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
        stub.with((shelf, doors) -> shelf.open(name));
        return stub.served().stream()
                .filter(served -> served.provider().equals(name))
                .map(served -> Documents.json(200, Documents.served(served)))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse list(Call call) {
        String provider = call.query("provider").orElse(null);
        return stub.with((shelf, doors) -> {
            List<JsonObject> entries =
                    shelf.all(provider).stream().map(Documents::entry).toList();
            return Documents.json(200, JsonObject.of("interactions", JsonArray.of(entries)));
        });
    }

    private HttpResponse add(Call call) {
        JsonObject body = call.body();
        Extras extras = extras(body);
        HttpInteraction interaction = interaction(body);
        return stub.with((shelf, doors) -> {
            Entry entry = shelf.add(provider(call, doors), interaction, extras);
            return Documents.json(201, Documents.entry(entry))
                    .withHeader("Location", PREFIX + "/interactions/" + entry.id());
        });
    }

    private static Extras extras(JsonObject body) {
        return new ExtrasReader(body).ofInteraction();
    }

    /** The type may be left out: there is only one that a stub answers. */
    private static HttpInteraction interaction(JsonObject body) {
        JsonObject written = body.without("stub");
        JsonObject typed = written.has("type") ? written : written.with("type", JsonString.of("Synchronous/HTTP"));
        Interaction read = ContractReader.readInteraction(Call.BODY, typed);
        if (read instanceof HttpInteraction http) {
            return http;
        }
        throw Failure.of(
                400,
                Problem.error("STUB-MESSAGE", "a stub answers requests, and no messages")
                        .at(Call.BODY + ", interaction " + read.quoted()));
    }

    /** The provider that is meant: the one that is named, or the only one there is. */
    private static String provider(Call call, Doors doors) {
        Set<String> known = doors.places().keySet();
        Optional<String> named = call.query("provider");
        if (named.isEmpty() && known.size() == 1) {
            return known.iterator().next();
        }
        return named.filter(known::contains).orElseThrow(() -> noProvider(named.orElse(""), known));
    }

    private static Failure noProvider(String named, Set<String> known) {
        Problem problem = named.isEmpty()
                ? Problem.error("STUB-PROVIDER", "the call does not say which provider is meant")
                : Problem.error("STUB-PROVIDER", "there is no provider " + Quoted.text(named) + " here");
        return Failure.of(
                named.isEmpty() ? 400 : 404,
                problem.found(known.isEmpty() ? "no provider at all" : "providers " + NearNames.listed(named, known))
                        .mend("add ?provider=NAME, and open new ones by PUT " + PREFIX + "/providers/NAME"));
    }

    private HttpResponse read(Call call) {
        return stub.with((shelf, doors) -> Documents.json(200, Documents.entry(entry(call, shelf))));
    }

    private static Entry entry(Call call, Shelf shelf) {
        String id = call.value("id");
        return shelf.find(id)
                .orElseThrow(() -> Failure.of(
                        404,
                        Problem.error("STUB-ID", "there is no interaction of this id")
                                .found(Quoted.text(id))
                                .mend("see GET " + PREFIX + "/interactions")));
    }

    /** What the control API may change: what stands in a contract is changed there. */
    private static Entry added(Call call, Shelf shelf) {
        Entry entry = entry(call, shelf);
        Entry.Origin origin = entry.origin();
        if (origin != null) {
            throw Failure.of(
                    409,
                    Problem.error("STUB-AGREED", "an interaction of a contract is neither removed nor replaced here")
                            .at(origin.name() + ", interaction "
                                    + entry.declared().interaction().quoted())
                            .mend(
                                    "change the contract; or add an interaction with a \"priority\" of 1 that answers in its place"));
        }
        return entry;
    }

    private HttpResponse replace(Call call) {
        JsonObject body = call.body();
        Extras extras = extras(body);
        HttpInteraction interaction = interaction(body);
        return stub.with((shelf, doors) ->
                Documents.json(200, Documents.entry(shelf.replace(added(call, shelf), interaction, extras))));
    }

    private HttpResponse remove(Call call) {
        return stub.with((shelf, doors) -> {
            shelf.remove(added(call, shelf));
            return Documents.nothing();
        });
    }

    private HttpResponse removeAdded(Call call) {
        String provider = call.query("provider").orElse(null);
        return stub.with((shelf, doors) -> {
            shelf.removeAdded(provider);
            return Documents.nothing();
        });
    }

    private HttpResponse behave(Call call) {
        JsonObject body = call.body();
        return behave(call, new ExtrasReader(body).ofAnswers());
    }

    private HttpResponse behaveAsAgreed(Call call) {
        return behave(call, Extras.NONE);
    }

    private HttpResponse behave(Call call, Extras extras) {
        return stub.with(
                (shelf, doors) -> Documents.json(200, Documents.entry(shelf.behave(entry(call, shelf), extras))));
    }

    private HttpResponse scenarios(Call call) {
        return stub.with((shelf, doors) -> told(scenarios(call, doors)));
    }

    private static Scenarios scenarios(Call call, Doors doors) {
        return doors.place(provider(call, doors)).expectations().scenarios();
    }

    private static HttpResponse told(Scenarios scenarios) {
        JsonObject.Builder states = JsonObject.builder();
        scenarios.moved().forEach(states::put);
        return Documents.json(200, states.build());
    }

    private HttpResponse move(Call call) {
        List<ScenarioState> states = states(call.body());
        return stub.with((shelf, doors) -> {
            Scenarios scenarios = scenarios(call, doors);
            states.forEach(scenarios::move);
            return told(scenarios);
        });
    }

    private static List<ScenarioState> states(JsonObject body) {
        List<Problem> problems = new ArrayList<>();
        Attributes attributes = new Attributes(body, problems);
        List<ScenarioState> states = body.names().stream()
                .flatMap(scenario -> attributes.text(scenario).stream()
                        .flatMap(state -> attributes.made(() -> new ScenarioState(scenario, state)).stream()))
                .toList();
        if (!problems.isEmpty()) {
            throw new Failure(400, problems);
        }
        return states;
    }

    private HttpResponse restart(Call call) {
        return stub.with((shelf, doors) -> {
            scenarios(call, doors).restart();
            return Documents.nothing();
        });
    }
}
