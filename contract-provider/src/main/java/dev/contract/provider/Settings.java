package dev.contract.provider;

import dev.contract.core.generating.Seed;
import dev.contract.core.http.HttpRequest;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.provider.message.MessageEndpoint;
import dev.contract.provider.message.MessageProducers;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.state.StateHandlers;
import dev.contract.provider.target.Target;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that a run needs to know, settled.
 *
 * @param allowsNone whether it is fine when there is no contract
 * @param targets where requests go
 * @param timeLimits how long each may take
 * @param endpoint where messages come from that nothing produces; null when nobody said
 * @param manner how the plan is run
 * @param seed of everything random in requests and expected responses
 * @param replayOptions how a command line reaches the provider, as words of a shell
 * @param serviceLog the last lines that the service wrote so far
 * @param listener is told how far the run is
 * @param wantsStrength whether to find out what the contracts would not notice
 * @param keepsPaths whether to keep what the responses had in them
 * @param openApi the document that exchanges are held against, too; null when there is none
 */
record Settings(
        String provider,
        List<ContractSource> sources,
        boolean allowsNone,
        Targets targets,
        TimeLimits timeLimits,
        MessageProducers producers,
        @Nullable MessageEndpoint endpoint,
        StateHandlers states,
        MissingStates missingStates,
        Filter filter,
        UnaryOperator<HttpRequest> request,
        Manner manner,
        Seed seed,
        List<String> replayOptions,
        Supplier<List<String>> serviceLog,
        VerificationListener listener,
        boolean wantsStrength,
        boolean keepsPaths,
        @Nullable OpenApiCheck openApi) {
    Settings {
        sources = List.copyOf(sources);
        replayOptions = List.copyOf(replayOptions);
    }

    /** Closes the connections of this run. */
    void close() {
        targets.all().forEach(Target::close);
        states.close();
        if (endpoint != null) {
            endpoint.target().close();
        }
    }
}
