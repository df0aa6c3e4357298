package dev.contract.provider;

import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Problem;
import dev.contract.openapi.OpenApiFinding;
import dev.contract.provider.seen.ResponsePaths;
import dev.contract.provider.strength.Strength;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one interaction, and how to see it again.
 *
 * <p>Immutable.
 *
 * @param interaction as the contract has it
 * @param outcome what came of it
 * @param pending whether a failure does not fail the verification
 * @param report at most 15 lines for the user: what differs, where the interaction is declared, how to repeat the call; empty when it
 *     passed
 * @param exchange what was sent and what came, in full; empty when it passed, or nothing was sent
 * @param curl one line for a shell that repeats the call, secrets masked; empty when it passed, or
 *     nothing was sent
 * @param warnings rules of the contract that could not be used, values that could not be generated
 * @param took from the first state to the last teardown
 * @param strength what the contract would not notice in the response that came; empty unless it was asked for, the interaction is one
 *     of HTTP, and it passed
 * @param openApi what an OpenAPI document does not allow or know of the exchange; those that are no advice fail the interaction
 * @param response the names and paths of what came; empty unless they were asked for, and for messages
 */
public record InteractionResult(
        Interaction interaction,
        Outcome outcome,
        boolean pending,
        String report,
        Optional<Transcript> exchange,
        Optional<String> curl,
        List<Problem> warnings,
        Duration took,
        Optional<Strength> strength,
        List<OpenApiFinding> openApi,
        Optional<ResponsePaths> response) {
    public InteractionResult {
        warnings = List.copyOf(warnings);
        openApi = List.copyOf(openApi);
    }

    /** A result of which nobody asked how strong the contract is, whether it keeps to an OpenAPI document, or what was in the response. */
    public InteractionResult(
            Interaction interaction,
            Outcome outcome,
            boolean pending,
            String report,
            Optional<Transcript> exchange,
            Optional<String> curl,
            List<Problem> warnings,
            Duration took) {
        this(
                interaction,
                outcome,
                pending,
                report,
                exchange,
                curl,
                warnings,
                took,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** Whether the provider did what was agreed. */
    public boolean passed() {
        return outcome.passed();
    }

    /** Whether there was an answer to judge, however the judgement fell. */
    public boolean answered() {
        return !(outcome instanceof Outcome.Errored);
    }

    /** Whether it passed, or need not. */
    public boolean accepted() {
        return passed() || pending;
    }

    /** The id a broker gave the interaction; empty when it gave none. */
    public Optional<String> id() {
        return interaction.annotations().extra().string("_id");
    }
}
