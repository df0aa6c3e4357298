package dev.contract.provider;

import dev.contract.core.body.Body;
import dev.contract.core.generating.Generated;
import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.generating.Seed.Draws;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.MessagePlan;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.presence.Sightings;
import dev.contract.core.presence.Sightings.Sighting;
import dev.contract.core.problem.Problem;
import dev.contract.core.report.Finding;
import dev.contract.core.report.MismatchReport;
import dev.contract.core.secret.Secrets;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.provider.FailureReport.Answer;
import dev.contract.provider.Outcome.Errored;
import dev.contract.provider.Outcome.Failed;
import dev.contract.provider.Outcome.Passed;
import dev.contract.provider.Sender.RequestChangeFailure;
import dev.contract.provider.message.Message;
import dev.contract.provider.message.MessageCall;
import dev.contract.provider.message.MessageEndpoint;
import dev.contract.provider.message.MessageFailure;
import dev.contract.provider.seen.ResponsePaths;
import dev.contract.provider.state.StateFailure;
import dev.contract.provider.strength.Strength;
import dev.contract.provider.target.ExchangeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One interaction against the service: states, request, judgement, teardown. Used once, by one thread. */
final class Replay {
    /** Too many requests, bad gateway, unavailable, gateway timeout: whoever says so has not looked at the request. */
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    /** An interaction without states has the unnamed one: its handler prepares and cleans up for every interaction that has no other. */
    private static final List<ProviderState> UNNAMED = List.of(ProviderState.of(""));

    private final Settings settings;
    private final SpecVersion version;
    private final Interaction interaction;
    private final Draws draws;
    private final List<Problem> warnings = new ArrayList<>();
    /** The states that the provider is in: one whose handler failed is not among them, but those before it are. */
    private final List<ProviderState> setUp = new ArrayList<>();

    private final Sender sender;
    private Function<FailureReport, String> report = passed -> "";
    private final List<Sighting> sightings = new ArrayList<>();
    private @Nullable Supplier<Strength> strength;
    private @Nullable ResponsePaths response;
    private boolean unanswered;
    private Conformity conformity = Conformity.NONE;

    /** @param version of the contract, whose rules judge */
    Replay(Settings settings, SpecVersion version, Interaction interaction) {
        this.settings = settings;
        this.version = version;
        this.interaction = interaction;
        this.draws = settings.seed().draws(interaction, 0);
        this.sender = new Sender(settings.request(), settings.timeLimits().of(interaction));
    }

    Replayed run() {
        long start = System.nanoTime();
        Outcome outcome = outcome();
        for (Sighting sighting : sightings) {
            if (sighting.seen() == 0) {
                warnings.add(neverSeen(sighting));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Replayed(
                outcome,
                report,
                outcome.passed() ? Optional.empty() : sender.transcript(),
                outcome.passed() ? Optional.empty() : Optional.ofNullable(sender.curl()),
                warnings,
                outcome.passed() ? List.of() : LastWords.of(settings.serviceLog()),
                draws.wereUsed(),
                took,
                outcome.passed() ? Optional.ofNullable(strength).map(Supplier::get) : Optional.empty(),
                conformity.findings(),
                Optional.ofNullable(response),
                !outcome.passed() && unanswered,
                List.of());
    }

    private Outcome outcome() {
        Outcome outcome;
        try {
            outcome = exchange(setUp());
        } catch (StateFailure e) {
            outcome = errored(e.getMessage());
        }
        return tornDown(outcome);
    }

    private JsonObject setUp() throws StateFailure {
        JsonObject.Builder values = JsonObject.builder();
        for (ProviderState state : states()) {
            values.putAll(state.parameters()).putAll(settings.states().setUp(state));
            setUp.add(state);
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

    private List<ProviderState> states() {
        return interaction.states().isEmpty() ? UNNAMED : interaction.states();
    }

    /** A state that cannot be taken down is an error of this interaction, because the next one would pay for it. */
    private Outcome tornDown(Outcome outcome) {
        Outcome result = outcome;
        for (ProviderState state : setUp) {
            try {
                settings.states().tearDown(state);
            } catch (StateFailure e) {
                result = outcome.passed() ? errored(e.getMessage()) : outcome;
            }
        }
        return result;
    }

    /** Nothing that goes wrong with one interaction may keep the others from their verdicts. */
    private Outcome exchange(JsonObject values) {
        try {
            return interaction.fold(new Exchanges(values));
        } catch (RuntimeException | StackOverflowError e) {
            return errored("this is a fault in the verifier; please report it with the contract: " + e);
        }
    }

    private Outcome http(HttpInteraction exchange, GenerationContext context) {
        RequestPart fresh = fresh(Generation.apply(exchange.request(), context));
        ResponsePart expected = fresh(Generation.apply(exchange.response(), context));
        try {
            HttpResponse response =
                    sender.send(fresh.example(), settings.targets().of(exchange).orElseThrow());
            return judgedInMemory(expected, response);
        } catch (ExchangeException e) {
            return unanswered(e);
        } catch (RequestChangeFailure e) {
            return errored(e.getMessage());
        }
    }

    private Outcome messages(MessageCall call, List<MessagePart> parts, GenerationContext context) {
        List<MessagePart> expected = parts.stream()
                .map(part -> fresh(Generation.apply(part, context)))
                .toList();
        try {
            return judged(expected, messages(call));
        } catch (ExchangeException e) {
            return unanswered(e);
        } catch (RequestChangeFailure | MessageFailure e) {
            return errored(e.getMessage());
        }
    }

    private Outcome unanswered(ExchangeException e) {
        unanswered = e.isWorthAnotherAttempt();
        return errored(e.getMessage());
    }

    /** From the provider's own code where there is some, else from the endpoint; the planner has seen to it that there is one of them. */
    private List<Message> messages(MessageCall call) throws ExchangeException, RequestChangeFailure, MessageFailure {
        if (settings.producers().has(call.description())) {
            return settings.producers().produce(call);
        }
        MessageEndpoint endpoint = Objects.requireNonNull(settings.endpoint());
        return List.of(endpoint.message(sender.send(endpoint.request(call), endpoint.target())));
    }

    private <T> T fresh(Generated<T> generated) {
        warnings.addAll(generated.problems());
        return generated.value();
    }

    /** An answer that is too much for the memory ends its own interaction, as one beyond a limit does, and not the run. */
    private Outcome judgedInMemory(ResponsePart expected, HttpResponse response) {
        try {
            return judged(expected, response);
        } catch (OutOfMemoryError e) {
            sender.forgetAnswer();
            return errored(
                    "the response came, but to judge it takes more memory than this JVM has: give it more, by -Xmx,"
                            + " or use fewer lanes");
        }
    }

    private Outcome judged(ResponsePart expected, HttpResponse received) {
        OpenApiCheck document = settings.openApi();
        if (document != null) {
            conformity = Conformity.of(document, sender.sentBelow().orElseThrow(), received);
            warnings.addAll(conformity.warnings());
        }
        if (settings.keepsPaths()) {
            response = ResponsePaths.of(sender.sentBelow().orElseThrow(), received);
        }
        ResponsePlan plan = PlanCompiler.response(expected, version);
        warnings.addAll(plan.problems());
        MatchResult result = plan.match(received);
        if (result.matches() && conformity.isKept()) {
            sightings.addAll(Sightings.in(received.body(), expected.presence()));
            strength = settings.wantsStrength() ? () -> Strength.of(expected, plan, received) : null;
            return new Passed();
        }
        unanswered = BUSY.contains(received.status())
                && received.status() != expected.example().status();
        return failed(result, expected.example().body(), Answer.of(received), "");
    }

    /** The first message that differs decides; of more than came nothing can be said. */
    private Outcome judged(List<MessagePart> expected, List<Message> came) {
        if (came.size() > Math.max(1, expected.size())) {
            return errored(came.size() + " messages were produced where " + expected.size() + " can be expected");
        }
        for (int i = 0; i < Math.min(expected.size(), came.size()); i++) {
            String which = expected.size() == 1 ? "" : ", answer " + (i + 1) + " of " + expected.size();
            Outcome outcome = judged(expected.get(i), came.get(i), which);
            if (!outcome.passed()) {
                return outcome;
            }
        }
        return came.size() < expected.size()
                ? errored("only " + came.size() + " of " + expected.size()
                        + " answers came: let .messages(…) produce all of them; over HTTP there is only one")
                : new Passed();
    }

    private Outcome judged(MessagePart expected, Message message, String which) {
        MessagePlan plan = PlanCompiler.message(expected, version);
        warnings.addAll(plan.problems());
        MatchResult result = plan.match(message.contents(), message.metadata());
        if (result.matches()) {
            sightings.addAll(Sightings.in(message.contents(), expected.presence()));
            return new Passed();
        }
        return failed(result, expected.contents(), Answer.of(message.contents()), which);
    }

    /** A field that nobody has seen may be of any kind by now. */
    private static Problem neverSeen(Sighting sighting) {
        return Problem.warning(
                        "CONTRACT-OPTIONAL", "an optional field was never there, so nobody knows whether it is right")
                .at(sighting.path())
                .found("objects without it: " + sighting.missing())
                .mend(
                        "bring the provider into a state in which it gives the field, or take it out of the consumer's test");
    }

    private Outcome failed(MatchResult result, Body expected, Answer actual, String which) {
        MismatchReport differences = MismatchReport.of(result, expected, actual.body())
                .with(Finding::masked)
                .plus(conformity.differences());
        report = block -> block.failed(differences, which, actual);
        return new Failed(result.mismatches(), differences.findings());
    }

    private Outcome errored(@Nullable String reason) {
        String sentence = reason == null ? "no reason was given" : Secrets.masked(reason);
        report = block -> block.errored(sentence);
        return new Errored(sentence);
    }

    /** What a kind of interaction does to the provider. */
    private final class Exchanges implements Interaction.Cases<Outcome> {
        private final JsonObject values;
        private final GenerationContext context;

        Exchanges(JsonObject values) {
            this.values = values;
            this.context = context(values);
        }

        @Override
        public Outcome http(HttpInteraction exchange) {
            return Replay.this.http(exchange, context);
        }

        @Override
        public Outcome asyncMessage(AsyncMessage message) {
            return messages(call(null), List.of(message.message()), context);
        }

        @Override
        public Outcome syncMessage(SyncMessage message) {
            MessagePart request = fresh(Generation.apply(message.request(), context));
            return messages(call(new Message(request.contents(), request.metadata())), message.responses(), context);
        }

        private MessageCall call(@Nullable Message sent) {
            return new MessageCall(interaction.description(), interaction.states(), values, sent);
        }
    }
}
