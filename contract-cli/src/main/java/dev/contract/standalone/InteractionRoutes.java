package dev.contract.standalone;

import dev.contract.core.format.ContractReader;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.List;

/** The calls of the control API about interactions and their answers. */
final class InteractionRoutes {
    private static final String INTERACTION = "{\"description\": …, \"request\": {…}, \"response\": {…}}";
    private static final String ANSWERS = "{\"answers\": […]}";

    private final StandaloneStub stub;

    InteractionRoutes(StandaloneStub stub) {
        this.stub = stub;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/interactions", this::list),
                new Route("POST", "/interactions", this::add),
                new Route("DELETE", "/interactions", this::removeAdded),
                new Route("GET", "/interactions/{id}", this::read),
                new Route("PUT", "/interactions/{id}", this::replace),
                new Route("DELETE", "/interactions/{id}", this::remove),
                new Route("PUT", "/interactions/{id}/answers", this::behave),
                new Route("DELETE", "/interactions/{id}/answers", this::behaveAsAgreed));
    }

    private HttpResponse list(Call call) {
        String provider = call.query("provider").orElse(null);
        return stub.with(shelf -> {
            List<JsonObject> entries =
                    shelf.all(provider).stream().map(Documents::entry).toList();
            return Documents.json(200, JsonObject.of("interactions", JsonArray.of(entries)));
        });
    }

    private HttpResponse add(Call call) {
        JsonObject body = call.body(INTERACTION);
        Extras extras = extras(body);
        HttpInteraction interaction = interaction(body);
        return stub.with(shelf -> {
            Entry entry = shelf.add(Subject.of(call, shelf), interaction, extras, call.size());
            return Documents.json(201, Documents.entry(entry))
                    .withHeader("Location", ControlApi.PREFIX + "/interactions/" + entry.id());
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

    private HttpResponse read(Call call) {
        return stub.with(shelf -> Documents.json(200, Documents.entry(entry(call, shelf))));
    }

    private static Entry entry(Call call, Shelf shelf) {
        return entry(call.value("id"), shelf);
    }

    /** @throws Failure if there is none of this id */
    static Entry entry(String id, Shelf shelf) {
        return shelf.find(id)
                .orElseThrow(() -> Failure.of(
                        404,
                        Problem.error("STUB-ID", "there is no interaction of this id")
                                .found(Quoted.text(id))
                                .mend("see GET " + ControlApi.PREFIX + "/interactions")));
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
        JsonObject body = call.body(INTERACTION);
        Extras extras = extras(body);
        HttpInteraction interaction = interaction(body);
        return stub.with(shelf -> Documents.json(
                200, Documents.entry(shelf.replace(added(call, shelf), interaction, extras, call.size()))));
    }

    private HttpResponse remove(Call call) {
        return stub.with(shelf -> {
            shelf.remove(added(call, shelf));
            return Documents.nothing();
        });
    }

    private HttpResponse removeAdded(Call call) {
        String provider = call.query("provider").orElse(null);
        return stub.with(shelf -> {
            shelf.removeAdded(provider);
            return Documents.nothing();
        });
    }

    private HttpResponse behave(Call call) {
        return behave(call, new ExtrasReader(call.body(ANSWERS)).ofAnswers());
    }

    private HttpResponse behaveAsAgreed(Call call) {
        return behave(call, Extras.NONE);
    }

    private HttpResponse behave(Call call, Extras extras) {
        return stub.with(
                shelf -> Documents.json(200, Documents.entry(shelf.behave(entry(call, shelf), extras, call.size()))));
    }
}
