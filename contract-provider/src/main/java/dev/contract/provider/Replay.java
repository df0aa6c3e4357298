package dev.contract.provider;

import dev.contract.core.generating.Generated;
import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.generating.Seed.Draws;
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
    private final Draws draws;
    private final FailureReport reports;
    private final List<Problem> warnings = new ArrayList<>();
    private @Nullable HttpRequest sent;
    private @Nullable HttpResponse received;
    private @Nullable String curl;
    private String report = "";

    Replay(Settings settings, LocatedContract source, Interaction interaction) {
        this.settings = settings;
        this.source = source;
        this.interaction = interaction;
        this.pending = source.pending() || interaction.annotations().pending();
        this.draws = settings.seed().draws(interaction, 0);
        this.reports = new FailureReport(source, interaction, settings, draws);
    }

    InteractionResult run() {
        long start = System.nanoTime();
        Outcome outcome = outcome();
        return new InteractionResult(
                interaction,
                outcome,
                pending,
                report,
                exchange(outcome),
                Optional.ofNullable(curl),
                warnings,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Kept for failures only: bodies are large. */
    private Optional<Transcript> exchange(Outcome outcome) {
        return Optional.ofNullable(outcome.passed() ? null : sent)
                .map(request -> Transcript.of(request, settings.target().urlOf(request), received));
    }

    private Outcome outcome() {
        JsonObject values;
        try {
            values = setUp();
        } catch (StateFailure e) {
            return errored(e.getMessage());
        }
        return tornDown(exchange(context(values)));
    }

    private JsonObject setUp() throws StateFailure {
        JsonObject.Builder values = JsonObject.builder();
        for (ProviderState state : states()) {
            values.putAll(state.parameters()).putAll(settings.states().setUp(state));
        }
        return values.build();
    }

    private GenerationContext context(JsonObject values) {
        return GenerationContext.builder()
                .mode(GenerationContext.Mode.PROVIDER)
                .random(draws)
                .states(interaction.states())
                .stateValues(values)
                .build();
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

    /** Nothing that goes wrong with one interaction may keep the others from their verdicts. */
    private Outcome exchange(GenerationContext context) {
        try {
            return interaction.fold(new Exchanges(context));
        } catch (RuntimeException e) {
            return errored("this is a fault in the verifier; please report it with the contract: " + e);
        }
    }

    private Outcome noMessages() {
        return errored("this interaction is a message, and there is no message target: an HTTP service cannot show it");
    }

    private Outcome http(HttpInteraction exchange, GenerationContext context) {
        HttpTarget target = settings.target();
        RequestPart fresh = fresh(Generation.apply(exchange.request(), context));
        ResponsePart expected = fresh(Generation.apply(exchange.response(), context));
        try {
            HttpRequest request = target.prepared(changed(fresh.example()));
            sent = request;
            return judged(expected, target.sendPrepared(request));
        } catch (ExchangeException | RequestChangeFailure e) {
            return errored(e.getMessage());
        }
    }

    private HttpRequest changed(HttpRequest request) throws RequestChangeFailure {
        try {
            return settings.request().apply(request);
        } catch (RuntimeException | AssertionError e) {
            throw new RequestChangeFailure(e);
        }
    }

    private <T> T fresh(Generated<T> generated) {
        warn(generated.problems());
        return generated.value();
    }

    /** Such problems name a rule or a generator; the user needs to know whose. */
    private void warn(List<Problem> problems) {
        for (Problem problem : problems) {
            String place = reports.place();
            warnings.add(problem.at(problem.where() == null ? place : place + ", " + problem.where()));
        }
    }

    private Outcome judged(ResponsePart expected, HttpResponse response) {
        received = response;
        ResponsePlan plan = PlanCompiler.response(expected, source.contract().version());
        warn(plan.problems());
        MatchResult result = plan.match(response);
        if (result.matches()) {
            return new Passed();
        }
        MismatchReport differences = MismatchReport.of(
                        result, expected.example().body(), response.body())
                .with(Secrets::masked);
        report = reports.failed(differences, response, pending, curl());
        return new Failed(result.mismatches(), differences.findings());
    }

    private Outcome errored(@Nullable String reason) {
        String sentence = reason == null ? "no reason was given" : Secrets.masked(reason);
        report = reports.errored(sentence, pending, curl());
        return new Errored(sentence);
    }

    /** Made for failures only: most interactions pass, and most lines would never be read. */
    private @Nullable String curl() {
        if (curl == null && sent != null) {
            curl = Curl.line(sent, settings.target().urlOf(sent));
        }
        return curl;
    }

    /** What a kind of interaction does to the provider. */
    private final class Exchanges implements Interaction.Cases<Outcome> {
        private final GenerationContext context;

        Exchanges(GenerationContext context) {
            this.context = context;
        }

        @Override
        public Outcome http(HttpInteraction exchange) {
            return Replay.this.http(exchange, context);
        }

        @Override
        public Outcome asyncMessage(AsyncMessage message) {
            return noMessages();
        }

        @Override
        public Outcome syncMessage(SyncMessage message) {
            return noMessages();
        }
    }

    /** The user's own code could not change a request. */
    private static final class RequestChangeFailure extends Exception {
        private static final long serialVersionUID = 1;

        RequestChangeFailure(Throwable cause) {
            super("the change of the request failed, so it was not sent: " + cause, cause);
        }
    }
}
