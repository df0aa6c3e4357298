package dev.contract.provider;

import dev.contract.core.generating.Seed;
import dev.contract.core.http.HttpRequest;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.state.StateHandlers;
import dev.contract.provider.target.HttpTarget;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * All that a run needs to know, settled.
 *
 * @param lanes how many interactions are replayed at a time where states allow it
 * @param seed of everything random in requests and expected responses
 * @param replayOptions how a command line reaches the provider, as words of a shell
 * @param serviceLog the last lines that the service wrote so far
 * @param listener is told how far the run is
 */
record Settings(
        String provider,
        List<ContractSource> sources,
        HttpTarget target,
        StateHandlers states,
        MissingStates missingStates,
        boolean statesAreIndependent,
        Filter filter,
        UnaryOperator<HttpRequest> request,
        int lanes,
        Seed seed,
        List<String> replayOptions,
        Supplier<List<String>> serviceLog,
        VerificationListener listener) {
    Settings {
        sources = List.copyOf(sources);
        replayOptions = List.copyOf(replayOptions);
    }
}
