package dev.contract.provider;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.Problem;
import dev.contract.core.report.MismatchReport;
import dev.contract.provider.Outcome.Errored;
import dev.contract.provider.Outcome.Failed;
import dev.contract.provider.Outcome.Passed;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.state.StateFailure;
import dev.contract.provider.target.ExchangeException;
import dev.contract.provider.target.HttpTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One interaction against the service: states, request, judgement, teardown. Used once, by one thread. */
final class Replay {
    private final Settings settings;
    private final LocatedContract source;
    private final Interaction interaction;
    private final boolean pending;
    private final FailureReport reports;
    private final List<Problem> warnings = new ArrayList<>();
    private @Nullable String curl;
    private String report = "";

    Replay(Settings settings, LocatedContract source, Interaction interaction) {
        this.settings = settings;
        this.source = source;
        this.interaction = interaction;
        this.pending = source.pending() || interaction.annotations().pending();
        this.reports = new FailureReport(source, interaction, settings.target().url());
    }

    InteractionResult run() {
        long start = System.nanoTime();
        Outcome outcome = outcome();
        return new InteractionResult(
                interaction,
                outcome,
                pending,
                report,
                Optional.ofNullable(curl),
                warnings,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Outcome outcome() {
        try {
            setUp();
            return tornDown(exchange());
        } catch (StateFailure e) {
            return errored(e.getMessage());
        } catch (RuntimeException e) {
            return errored("this is a fault in the verifier or in a filter of requests: " + e);
        }
    }

    private JsonObject setUp() throws StateFailure {
        JsonObject.Builder values = JsonObject.builder();
        for (ProviderState state : states()) {
            values.putAll(state.parameters()).putAll(settings.states().setUp(state));
        }
        return values.build();
    }

    /** An interaction without states has the unnamed one: its handler prepares and cleans up for every interaction that has no other. */
    private List<ProviderState> states() {
        return interaction.states().isEmpty() ? List.of(ProviderState.of("")) : interaction.states();
    }

    /** A state that cannot be taken down is an error of this interaction, because the next one would pay for it. */
    private Outcome tornDown(Outcome outcome) {
        Outcome result = outcome;
        for (ProviderState state : states()) {
            try {
                settings.states().tearDown(state);
            } catch (StateFailure e) {
                result = outcome.passed() ? errored(e.getMessage()) : outcome;
            }
        }
        return result;
    }

    private Outcome exchange() {
        return interaction.fold(new Interaction.Cases<Outcome>() {
            @Override
            public Outcome http(HttpInteraction exchange) {
                return Replay.this.http(exchange);
            }

            @Override
            public Outcome asyncMessage(AsyncMessage message) {
                return noMessages();
            }

            @Override
            public Outcome syncMessage(SyncMessage message) {
                return noMessages();
            }
        });
    }

    private Outcome noMessages() {
        return errored("this interaction is a message, and there is no message target: an HTTP service cannot show it");
    }

    private Outcome http(HttpInteraction exchange) {
        HttpTarget target = settings.target();
        RequestPart requestPart = exchange.request();
        ResponsePart responsePart = exchange.response();
        HttpRequest request = target.prepared(settings.request().apply(requestPart.example()));
        curl = Curl.line(request, target.urlOf(request));
        try {
            HttpResponse response = target.sendPrepared(request);
            return judged(responsePart, response);
        } catch (ExchangeException e) {
            return errored(e.getMessage());
        }
    }

    private Outcome judged(ResponsePart expected, HttpResponse response) {
        ResponsePlan plan = PlanCompiler.response(expected, source.contract().version());
        warnings.addAll(plan.problems());
        MatchResult result = plan.match(response);
        if (result.matches()) {
            return new Passed();
        }
        MismatchReport differences =
                MismatchReport.of(result, expected.example().body(), response.body());
        report = reports.failed(differences, pending, curl);
        return new Failed(result.mismatches(), differences.findings());
    }

    private Outcome errored(@Nullable String reason) {
        String sentence = reason == null ? "no reason was given" : reason;
        report = reports.errored(sentence, pending, curl);
        return new Errored(sentence);
    }
}
