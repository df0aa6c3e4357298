package dev.contract.standalone;

import dev.contract.consumer.answer.ScenarioState;
import dev.contract.consumer.scope.Correlation;
import dev.contract.consumer.stub.Scenarios;
import dev.contract.consumer.stub.Verdict;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls of the control API about scopes, and about where scenarios are. */
final class ScopeRoutes {
    private static final int MOST_MOVED = 10_000;

    private final StandaloneStub stub;

    ScopeRoutes(StandaloneStub stub) {
        this.stub = stub;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/scopes", call -> list()),
                new Route("POST", "/scopes", this::open),
                new Route("GET", "/scopes/{id}", this::read),
                new Route("DELETE", "/scopes/{id}", this::close),
                new Route("GET", "/scopes/{id}/verdict", this::verdict),
                new Route("POST", "/scopes/{id}/reset", this::reset),
                new Route("GET", "/scenarios", this::scenarios),
                new Route("PUT", "/scenarios", this::move),
                new Route("DELETE", "/scenarios", this::restart));
    }

    private HttpResponse list() {
        return stub.with(shelf -> {
            List<JsonObject> scopes =
                    shelf.scopes().all().stream().map(ScopeRoutes::document).toList();
            return Documents.json(200, JsonObject.of("scopes", JsonArray.of(scopes)));
        });
    }

    private static JsonObject document(OpenScope scope) {
        JsonObject.Builder document = JsonObject.builder()
                .put("id", scope.id())
                .put("provider", scope.provider())
                .put("url", scope.url());
        Correlation condition = scope.condition();
        return condition == null
                ? document.build()
                : document.put("condition", condition.toString()).build();
    }

    private HttpResponse open(Call call) {
        List<Problem> problems = new ArrayList<>();
        Attributes attributes = new Attributes(call.shortBody("{\"provider\": …, \"condition\": {…}}"), problems);
        Optional<String> provider = attributes.text("provider");
        Correlation condition = attributes
                .object("condition")
                .flatMap(each -> condition(each, problems))
                .orElse(null);
        attributes.refuseOthers();
        if (!problems.isEmpty()) {
            throw new Failure(400, problems);
        }
        return stub.with(shelf -> {
            String meant = Subject.provider(provider, shelf.doors().places().keySet());
            OpenScope scope = shelf.scopes().open(meant, condition);
            return Documents.json(201, document(scope))
                    .withHeader("Location", ControlApi.PREFIX + "/scopes/" + scope.id());
        });
    }

    private static Optional<Correlation> condition(JsonObject written, List<Problem> problems) {
        Attributes attributes = new Attributes(written, problems);
        Optional<String> path = attributes.text("path");
        Optional<String> header = attributes.text("header");
        Optional<String> query = attributes.text("query");
        Optional<String> body = attributes.text("body");
        String value = attributes.text("is").orElse("");
        attributes.refuseOthers();
        if (header.isPresent()) {
            return attributes.made(() -> Correlation.header(header.get()).is(value));
        }
        if (query.isPresent()) {
            return attributes.made(() -> Correlation.query(query.get()).is(value));
        }
        if (body.isPresent()) {
            return attributes.made(() -> Correlation.body(body.get()).is(value).checked());
        }
        if (path.isEmpty()) {
            attributes.wrong(
                    written,
                    "a condition is of a \"header\", \"query\" or \"body\" that \"is\" something, or of a \"path\"");
        }
        return path.flatMap(each -> attributes.made(() -> Correlation.path(each).checked()));
    }

    private HttpResponse read(Call call) {
        return stub.with(shelf -> Documents.json(200, document(scope(call, shelf))));
    }

    private static OpenScope scope(Call call, Shelf shelf) {
        return Subject.scope(call.value("id"), shelf);
    }

    private HttpResponse close(Call call) {
        return stub.with(shelf -> {
            shelf.close(scope(call, shelf));
            return Documents.nothing();
        });
    }

    private HttpResponse reset(Call call) {
        return stub.with(shelf -> {
            shelf.reset(scope(call, shelf));
            return Documents.nothing();
        });
    }

    private HttpResponse verdict(Call call) {
        String consumer = call.query("consumer").orElse("the consumer");
        return stub.with(shelf -> {
            OpenScope scope = scope(call, shelf);
            Verdict verdict = scope.expectations().verdict();
            List<JsonString> missing =
                    shelf.ids(verdict.missing()).stream().map(JsonString::of).toList();
            return Documents.json(
                    200,
                    JsonObject.builder()
                            .put("fine", verdict.isFine())
                            .put("missing", JsonArray.of(missing))
                            .put("unexpected", verdict.unexpected().size() + verdict.moreUnexpected())
                            .put("text", verdict.describe(consumer, scope.provider()))
                            .build());
        });
    }

    private HttpResponse scenarios(Call call) {
        return stub.with(shelf -> told(scenarios(call, shelf)));
    }

    private static Scenarios scenarios(Call call, Shelf shelf) {
        return Subject.of(call, shelf).expectations().scenarios();
    }

    private static HttpResponse told(Scenarios scenarios) {
        JsonObject.Builder states = JsonObject.builder();
        scenarios.moved().forEach(states::put);
        return Documents.json(200, states.build());
    }

    private HttpResponse move(Call call) {
        List<ScenarioState> states = states(call.shortBody("{\"order\": \"paid\"}"));
        return stub.with(shelf -> {
            Scenarios scenarios = scenarios(call, shelf);
            if (scenarios.moved().size() + states.size() > MOST_MOVED) {
                throw Failure.of(
                        409,
                        Problem.error("STUB-FULL", "no more than " + MOST_MOVED + " scenarios can be moved")
                                .mend("put them back: DELETE " + ControlApi.PREFIX + "/scenarios"));
            }
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
        return stub.with(shelf -> {
            scenarios(call, shelf).restart();
            return Documents.nothing();
        });
    }
}
