package dev.contract.provider;

import dev.contract.core.generating.Seed;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.provider.junit.DynamicChecks;
import dev.contract.provider.message.Message;
import dev.contract.provider.message.MessageProducer;
import dev.contract.provider.message.MessageProducers;
import dev.contract.provider.message.MessagesProducer;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.state.StateAction;
import dev.contract.provider.state.StateChangeUrl;
import dev.contract.provider.state.StateHandlers;
import dev.contract.provider.state.StateSetup;
import dev.contract.provider.state.StateValues;
import dev.contract.provider.target.Access;
import dev.contract.provider.target.ExchangeLimits;
import dev.contract.provider.target.HttpProxy;
import dev.contract.provider.target.RequestHandler;
import dev.contract.provider.tls.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;

/**
 * Replays the interactions of contracts against the running provider and says what differs.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> honours_its_contracts() {
 *     return Verifier.of("user-service").contractsFrom(directory("../contracts")).at(service.url())
 *             .state("user {id} exists", state -> users.save(state.string("id"))).tests();
 * }
 * }</pre>
 *
 * <p>Each setting returns the verifier itself. What is wrong with the input (no contracts, unreadable ones, states without a handler)
 * is thrown before anything is sent, all of it at once. One thread at a time.
 */
public final class Verifier {
    private final String provider;
    private final List<ContractSource> sources = new ArrayList<>();
    private boolean allowsNone;
    private final StateHandlers states = new StateHandlers();
    private final MessageProducers producers = new MessageProducers();
    private final Destinations destinations = new Destinations();
    private TimeLimits timeLimits = new TimeLimits(ExchangeLimits.DEFAULT.time(), Map.of());
    private MissingStates missingStates = MissingStates.FAIL;
    private Filter filter = Filter.NONE;
    private UnaryOperator<HttpRequest> request = UnaryOperator.identity();
    private Manner manner = Manner.USUAL;
    private List<String> replayOptions = List.of();
    private Supplier<List<String>> serviceLog = List::of;
    private VerificationListener listener = new VerificationListener() {};
    private boolean wantsStrength;
    private boolean keepsPaths;
    private @Nullable OpenApiCheck openApi;
    private Seed seed = new Seed(ThreadLocalRandom.current().nextInt());

    private Verifier(String provider) {
        this.provider = provider;
    }

    /** A verifier of the provider of this name; contracts of other providers are passed over. */
    public static Verifier of(String provider) {
        return new Verifier(provider);
    }

    /** Adds places to take contracts from. */
    public Verifier contractsFrom(ContractSource... places) {
        sources.addAll(List.of(places));
        return this;
    }

    /** It is fine when there is no contract, or filters leave none: that is a warning then, and the verification a success. */
    public Verifier allowNone() {
        this.allowsNone = true;
        return this;
    }

    /**
     * Where the provider runs: scheme, host, port, and a path that goes in front of every request's path, if any. Needed unless all
     * interactions are messages.
     */
    public Verifier at(String serviceUrl) {
        return at(Targets.MAIN, serviceUrl);
    }

    /**
     * Where the provider runs for interactions of a transport of its own, an administrator's port for example.
     *
     * @param transport as contracts of version 4 name it; interactions that name none, {@code http} or {@code https} go to {@link #at(String)}
     *     unless it is said otherwise
     */
    public Verifier at(String transport, String serviceUrl) {
        destinations.at(transport, serviceUrl);
        return this;
    }

    /**
     * In place of an address: code in this JVM that answers requests, such as the test client of a framework. Nothing goes over a socket. It
     * is called on the thread of the test for interactions with a state handler, and by several threads at a time for the others.
     */
    public Verifier handledBy(RequestHandler handler) {
        return handledBy(Targets.MAIN, handler);
    }

    /** As {@link #handledBy(RequestHandler)}, for a transport as in {@link #at(String, String)}. */
    public Verifier handledBy(String transport, RequestHandler handler) {
        destinations.handledBy(transport, handler);
        return this;
    }

    /**
     * Adds a handler of a provider state.
     *
     * @param name as contracts write it; {@code {id}} stands for any text and is a parameter; {@code ""} is called for interactions
     *     without a state
     * @throws ContractException if there is a handler of this name already
     */
    public Verifier state(String name, StateSetup setup) {
        return stateValues(name, state -> {
            setup.run(state);
            return null;
        });
    }

    /**
     * Adds a handler of a provider state that returns values for the generators of the interaction, by name: a map, a record or a
     * {@code JsonObject}.
     *
     * @throws ContractException if there is a handler of this name already
     */
    public Verifier stateValues(String name, StateValues setup) {
        states.add(name, StateAction.SETUP, setup);
        return this;
    }

    /**
     * Adds what is done after each interaction in a state, whatever the verdict.
     *
     * @throws ContractException if there is a teardown of this name already
     */
    public Verifier teardown(String name, StateSetup teardown) {
        states.add(name, StateAction.TEARDOWN, state -> {
            teardown.run(state);
            return null;
        });
        return this;
    }

    /**
     * Adds the methods of an object that are annotated with {@link dev.contract.provider.state.State}.
     *
     * @throws ContractException if there are none
     */
    public Verifier states(Object handlers) {
        states.addMethodsOf(handlers);
        return this;
    }

    /** Sends states that have no handler to a URL of the service. */
    public Verifier stateChange(StateChangeUrl stateChangeUrl) {
        states.changeAt(stateChangeUrl);
        return this;
    }

    /**
     * As {@link #stateChange}, by JSON body and without teardown.
     *
     * @param stateChangeUrl a URL, or a path of the service that is verified, such as {@code /states}
     */
    public Verifier stateUrl(String stateChangeUrl) {
        if (Destinations.isPath(stateChangeUrl)) {
            destinations.statesBelow(stateChangeUrl);
            return this;
        }
        return stateChange(StateChangeUrl.of(stateChangeUrl));
    }

    /**
     * Adds the code that makes a message: {@code .message("an order was placed", () -> Message.json(publisher.orderPlaced(7)))}. It is
     * called on one thread at a time, unless {@linkplain #statesAreIndependent states are independent}.
     *
     * @param description as contracts write it
     * @throws ContractException if there is one of this description already
     */
    public Verifier message(String description, Callable<Message> producer) {
        return message(description, call -> producer.call());
    }

    /** As {@link #message(String, Callable)}; the code is told the states and their values, and for an answer what it answers. */
    public Verifier message(String description, MessageProducer producer) {
        return messages(
                description, call -> Stream.ofNullable(producer.produce(call)).toList());
    }

    /** As {@link #message(String, MessageProducer)}, for a message that is answered by several. */
    public Verifier messages(String description, MessagesProducer producer) {
        producers.add(description, producer);
        return this;
    }

    /**
     * Fetches the messages that nothing here produces from a URL of the service: see
     * {@link dev.contract.provider.message.MessageEndpoint}.
     *
     * @param endpoint a URL, or a path of the service that is verified, such as {@code /messages}
     */
    public Verifier messageUrl(String endpoint) {
        destinations.messagesAt(endpoint);
        return this;
    }

    /** Whether states without a handler stop the verification; they do unless it is said otherwise. */
    public Verifier missingStates(MissingStates choice) {
        this.missingStates = choice;
        return this;
    }

    /** States do not disturb each other and their handlers are thread-safe: interactions with states run side by side as well. */
    public Verifier statesAreIndependent() {
        this.manner = manner.withIndependentStates();
        return this;
    }

    /**
     * Changes every request before it is sent, after its generators: {@code .request(r -> r.withHeader("Authorization", token))}. Further
     * calls add to the first. Called by several threads.
     */
    public Verifier request(UnaryOperator<HttpRequest> change) {
        UnaryOperator<HttpRequest> before = request;
        this.request = each -> change.apply(before.apply(each));
        return this;
    }

    /** Only contracts of this consumer. */
    public Verifier consumer(String name) {
        this.filter = filter.withConsumer(name);
        return this;
    }

    /** Only interactions whose description contains this text. */
    public Verifier only(String description) {
        this.filter = filter.withDescription(description);
        return this;
    }

    /** Only interactions in a state whose name contains this text; {@code ""} for those without a state. */
    public Verifier onlyInState(String state) {
        this.filter = filter.withState(state);
        return this;
    }

    /** How many interactions are replayed at a time where states allow it; 16 unless it is said otherwise. */
    public Verifier lanes(int count) {
        this.manner = manner.withLanes(count);
        return this;
    }

    /**
     * Replays an interaction once for each contract that has it. Otherwise contracts share one replay of it, when nothing differs but what
     * no verdict depends on: description, comments, consumer.
     */
    public Verifier replayDuplicates() {
        this.manner = manner.withoutSharing();
        return this;
    }

    /**
     * Replays an interaction again when the service gave no answer to it: no connection, none in time, one cut short, or 429, 502, 503
     * or 504 where something else was expected; its states are set up anew. A wrong answer is not asked for again. What passed or failed
     * after several attempts says so in every report.
     *
     * @param atMost in all; 1 unless it is said otherwise
     */
    public Verifier attempts(int atMost) {
        this.manner = manner.withAttempts(atMost);
        return this;
    }

    /**
     * Replays everything several times, one interaction at a time. What does not pass each time has failed, and its report says whether
     * it is flaky by itself or depends on what is replayed before it, with the shortest such order. The search for it replays at most 10
     * times as many interactions as the run has, or 2,000.
     */
    public Verifier repeat(int rounds) {
        this.manner = manner.withRounds(rounds);
        return this;
    }

    /** Replays in a random order, another one in each round, one interaction at a time; it follows from the {@linkplain #seed seed}. */
    public Verifier shuffle() {
        this.manner = manner.withShuffling();
        return this;
    }

    /** Replays only the interactions of these descriptions, given whole, in this order and one at a time. */
    public Verifier inOrder(String... descriptions) {
        this.filter = filter.withOrder(List.of(descriptions));
        return this;
    }

    /**
     * Starts the service anew, at the same address: before each further round of {@link #repeat}, and each trial of the search for an order.
     * Returns when the service is ready.
     */
    public Verifier freshService(Runnable restart) {
        this.manner = manner.withFreshService(restart);
        return this;
    }

    /** How long one request and its whole response may take; 10 seconds unless it is said otherwise. */
    public Verifier timeLimit(Duration limit) {
        this.timeLimits = timeLimits.withUsual(limit);
        return this;
    }

    /** As {@link #timeLimit(Duration)}, for interactions whose description contains a text; of several texts the longest counts. */
    public Verifier timeLimit(String description, Duration limit) {
        this.timeLimits = timeLimits.with(description, limit);
        return this;
    }

    /** How many bytes the body of a response may have, decompressed; 64 MiB unless it is said otherwise. */
    public Verifier bodyLimit(int bytes) {
        return reach(access -> access.withLimits(access.limits().withBodyBytes(bytes)));
    }

    /** Trusts the certificates of a PEM file, beside those the JVM trusts, when the provider is reached by {@code https}. */
    public Verifier trusting(Path pemFile) {
        return reach(access -> access.withTls(access.tls().trusting(pemFile)));
    }

    /**
     * Whom to trust, and as whom to appear, when the provider is reached by {@code https}; of this and the other settings of TLS the last
     * one counts.
     */
    public Verifier trusting(SSLContext context) {
        return reach(access -> access.withTls(Tls.of(context)));
    }

    /** Checks no certificate when the provider is reached by {@code https}: whoever answers is taken for it. The result warns of it. */
    public Verifier trustingAnybody() {
        return reach(access -> access.withTls(access.tls().trustingAnybody()));
    }

    /** Shows a certificate to a provider that demands one; both files in PEM form, the key as PKCS#8 without a password. */
    public Verifier clientCertificate(Path certificate, Path key) {
        return reach(access -> access.withTls(access.tls().showing(certificate, key)));
    }

    /**
     * Reaches the provider through a proxy: {@code http://proxy.example:3128}, with user and password before the host if need be.
     *
     * @param direct hosts and domains that are reached without it
     * @throws ContractException if it is no such address
     */
    public Verifier proxy(String address, String... direct) {
        HttpProxy proxy = HttpProxy.parse(address).except(List.of(direct));
        return reach(access -> access.withProxy(proxy));
    }

    private Verifier reach(UnaryOperator<Access> change) {
        destinations.reach(change);
        return this;
    }

    /**
     * For command lines: the options of {@code contract verify} and their values, unquoted, with which a failure's report offers to replay
     * the interaction. Without them the report says how to narrow this verifier.
     */
    public Verifier replayOptions(List<String> words) {
        this.replayOptions = List.copyOf(words);
        return this;
    }

    /**
     * Makes random values in requests the same in every run; they differ unless it is said. The report of a failure that had such
     * values names the number.
     */
    public Verifier seed(long number) {
        this.seed = new Seed(number);
        return this;
    }

    /**
     * Where the last lines that the service wrote can be had: {@code .serviceLog(process::output)}. The report of a failure shows some
     * of them, as they were when it failed. Called by several threads.
     */
    public Verifier serviceLog(Supplier<List<String>> lines) {
        this.serviceLog = lines;
        return this;
    }

    /** Adds somebody who is told how far the run is: a progress line, a report of one's own, who publishes the results. */
    public Verifier listener(VerificationListener somebody) {
        this.listener = listener.and(new GuardedListener(somebody));
        return this;
    }

    /**
     * Also finds out what the contracts would not notice: each response that passed is changed in one place at a time and judged again,
     * without asking the provider. See {@link InteractionResult#strength()}; no verdict depends on it.
     */
    public Verifier strength() {
        this.wantsStrength = true;
        return this;
    }

    /**
     * Also keeps what the responses had in them, as names of headers and paths of fields, never their values: {@link
     * InteractionResult#response()}. The JSON report and the results that a broker gets have it as well, from which {@code contract usage}
     * tells what nobody reads.
     */
    public Verifier responsePaths() {
        this.keepsPaths = true;
        return this;
    }

    /**
     * Also holds each request that is sent, and its response, against an OpenAPI document: {@code .openApi(OpenApiCheck.of(path))}. What
     * the document does not allow fails the interaction, advice is a warning, and errors in the document itself are thrown before
     * anything is sent.
     */
    public Verifier openApi(OpenApiCheck document) {
        this.openApi = document;
        return this;
    }

    /**
     * Replays all interactions.
     *
     * @throws ContractException before anything is sent, with all that is wrong: contracts that cannot be read, none found, states
     *     without a handler, messages that nothing produces
     */
    public VerificationResult verify() {
        Settings settings = addressed();
        try {
            return run(settings, new Planner(settings).plan()).all();
        } finally {
            settings.close();
        }
    }

    /**
     * Finds what {@link #verify()} would refuse, and sends nothing: for those who start the provider only when it is worth it, and for
     * a test beside the handlers. The address of the provider is not needed yet.
     *
     * @return what is tolerated, and a warning for each handler of a state that no contract of the provider names
     * @throws ContractException as {@link #verify()}
     */
    public List<Problem> check() {
        return planner(Planner::check);
    }

    /**
     * The contracts that {@link #verify()} would be about, read and not yet looked through.
     *
     * @throws ContractException when one cannot be read, or there is none
     */
    public List<LocatedContract> contracts() {
        return planner(Planner::contracts);
    }

    private <T> T planner(Function<Planner, T> question) {
        Settings settings = settings();
        try {
            return question.apply(new Planner(settings));
        } finally {
            settings.close();
        }
    }

    /**
     * The interactions as tests for a {@code @TestFactory}, in a container for each contract. Each is replayed when JUnit runs its test;
     * those without a state run in lanes when the first of them does. A failed pending interaction is an aborted test.
     *
     * @throws ContractException as {@link #verify()}
     */
    public Stream<DynamicNode> tests() {
        Settings settings = addressed();
        Plan plan = new Planner(settings).plan();
        plan.warnings().forEach(warning -> System.getLogger(Verifier.class.getName())
                .log(System.Logger.Level.WARNING, warning::toString));
        return DynamicChecks.of(DynamicRun.groups(plan, run(settings, plan))).onClose(settings::close);
    }

    private static Run run(Settings settings, Plan plan) {
        settings.listener()
                .started(plan.contracts().stream()
                        .mapToInt(each -> each.interactions().size())
                        .sum());
        return new Run(settings, plan);
    }

    private Settings addressed() {
        if (destinations.isEmpty() && producers.isEmpty()) {
            throw new ContractException(Targets.noUrl());
        }
        return settings();
    }

    private Settings settings() {
        destinations.settle(states);
        return new Settings(
                provider,
                sources,
                allowsNone,
                destinations.targets(),
                timeLimits,
                producers,
                destinations.endpoint(),
                states,
                missingStates,
                filter,
                request,
                manner,
                seed,
                replayOptions,
                serviceLog,
                listener,
                wantsStrength,
                keepsPaths,
                openApi);
    }
}
