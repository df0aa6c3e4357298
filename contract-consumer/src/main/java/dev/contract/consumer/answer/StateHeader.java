package dev.contract.consumer.answer;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A header in which clients say in which provider state the provider is to be: only interactions of such a state answer then.
 *
 * @param name of the header, {@code X-Pact-Provider-State} for example
 */
public record StateHeader(String name) {

    /** Whether an interaction may answer: it is in every state that the request names; {@code ""} names those without states. */
    public boolean admits(HttpRequest request, HttpInteraction interaction) {
        return request.headers().values(name).stream().allMatch(state -> isIn(interaction, state));
    }

    private static boolean isIn(HttpInteraction interaction, String state) {
        return state.isEmpty()
                ? interaction.states().isEmpty()
                : interaction.states().stream().anyMatch(each -> each.name().equals(state));
    }

    /** Why an interaction that is not admitted does not answer. */
    public String why(HttpRequest request, HttpInteraction interaction) {
        String states = interaction.states().isEmpty()
                ? "none"
                : interaction.states().stream()
                        .map(state -> Quoted.text(state.name()))
                        .collect(Collectors.joining(", "));
        List<String> asked = request.headers().values(name);
        return name + " asks for " + asked.stream().map(Quoted::text).collect(Collectors.joining(", "))
                + ", and this is in " + states;
    }
}
