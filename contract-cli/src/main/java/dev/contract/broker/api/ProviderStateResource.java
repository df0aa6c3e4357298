package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.selection.Choice;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The provider states that the consumers of a provider rely on. */
final class ProviderStateResource {
    private static final String PATH = "/pacts/provider/{provider}/provider-states";

    private ProviderStateResource() {}

    static void addTo(RouteTable table) {
        table.get(PATH, call -> answer(call, new Choice.MainBranch()))
                .get(PATH + "/branch/{branch}", call -> answer(call, new Choice.OnBranch(call.branchName(), null)))
                .get(
                        PATH + "/environment/{environment}",
                        call -> answer(call, new Choice.Live(true, true, call.environment())));
    }

    /** A state as it is used: name and parameters. */
    private record State(String name, JsonValue parameters) {}

    private static HttpResponse answer(Call call, Choice choice) {
        Party provider = call.party("provider");
        Map<State, Set<String>> users = new LinkedHashMap<>();
        for (Party consumer : call.kept().pacticipants().consumersOf(provider)) {
            choice.choose(new Choice.Pair(consumer, provider), call.kept())
                    .map(Choice.Chosen::pact)
                    .flatMap(pact -> states(call, pact))
                    .forEach(state ->
                            users.computeIfAbsent(state, key -> new TreeSet<>()).add(consumer.toString()));
        }
        List<JsonObject> states = new ArrayList<>();
        users.forEach((state, consumers) -> states.add(document(state, consumers)));
        return Answers.ok(new Hal()
                .put("providerStates", JsonArray.of(states))
                .self(call.self())
                .build());
    }

    private static JsonObject document(State state, Set<String> consumers) {
        return JsonObject.builder()
                .put("name", state.name())
                .put("params", state.parameters())
                .put(
                        "consumers",
                        JsonArray.of(consumers.stream().map(JsonString::of).toList()))
                .build();
    }

    private static Stream<State> states(Call call, Pact pact) {
        JsonValue document = call.kept().pacts().document(pact.contentId());
        return Stream.of("interactions", "messages")
                .flatMap(name -> document.asObject().flatMap(object -> object.array(name)).stream())
                .flatMap(JsonArray::stream)
                .flatMap(each -> each.asObject().stream())
                .flatMap(ProviderStateResource::statesOf);
    }

    /** One text in files of version 1 and 2, a list of names with parameters in later ones. */
    private static Stream<State> statesOf(JsonObject interaction) {
        Stream<State> single = Stream.of("providerState", "provider_state")
                .flatMap(name -> interaction.string(name).stream())
                .map(name -> new State(name, JsonObject.EMPTY));
        Stream<State> several = interaction.array("providerStates").stream()
                .flatMap(JsonArray::stream)
                .flatMap(each -> each.asObject().stream())
                .flatMap(
                        state -> state
                                .string("name")
                                .map(name -> new State(name, state.get("params").orElse(JsonObject.EMPTY)))
                                .stream());
        return Stream.concat(single, several);
    }
}
