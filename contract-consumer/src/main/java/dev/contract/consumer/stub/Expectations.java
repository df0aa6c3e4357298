package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.answer.Terms;
import dev.contract.consumer.journal.Exchange;
import dev.contract.consumer.journal.Journal;
import dev.contract.consumer.journal.JournalKeeper;
import dev.contract.consumer.scope.Correlation;
import dev.contract.consumer.scope.ScopeIndex;
import dev.contract.consumer.stub.OptionalDuty.OneSided;
import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of the consumer, what came, and how the two compare.
 *
 * <pre>{@code
 * Expectations expectations = new Expectations(StubSettings.DEFAULT);
 * expectations.add(interaction);
 * StubServer server = StubServer.start(expectations, StubSettings.DEFAULT);
 * …
 * expectations.verdict().isFine();
 * }</pre>
 *
 * <p>Interactions may be added while requests are answered. Thread-safe.
 */
public final class Expectations {
    /** So many unexpected requests are described; further ones are counted. */
    private static final int DESCRIBED = 20;

    private final StubSettings settings;
    private final @Nullable Expectations wider;
    private final @Nullable Correlation correlation;
    private final ScopeIndex<Expectations> scopes;
    private final OwnScopes own = new OwnScopes();
    private final JournalKeeper keeper;
    private final List<HttpInteraction> earlier = new ArrayList<>();
    private final Circumstances circumstances;
    private volatile int declaredBefore;
    private volatile List<Expectations> scopesBefore = List.of();
    private volatile RequestIndex index = new RequestIndex();
    private final List<Unexpected> unexpected = new ArrayList<>();
    private int moreUnexpected;
    private volatile @Nullable Function<HttpRequest, Answer> unmatched;
    private volatile @Nullable Disturbance disturbance;

    /** How the interactions begin that have no response yet, in their order. */
    private final Map<Object, String> unfinished = Collections.synchronizedMap(new LinkedHashMap<>());

    public Expectations(StubSettings settings) {
        this(
                settings,
                null,
                null,
                new ScopeIndex<>(),
                new OptionalDuty(),
                new Showing(),
                new JournalKeeper(settings.journalEntries(), settings.journalBytes(), InstantSource.system()));
    }

    private Expectations(
            StubSettings settings,
            @Nullable Expectations wider,
            @Nullable Correlation correlation,
            ScopeIndex<Expectations> scopes,
            OptionalDuty optional,
            Showing showing,
            JournalKeeper keeper) {
        this.settings = settings;
        this.wider = wider;
        this.correlation = correlation;
        this.scopes = scopes;
        this.keeper = keeper;
        this.circumstances = new Circumstances(
                settings.seed(),
                settings.cors() ? Cors::allowed : UnaryOperator.identity(),
                new Scenarios(),
                new Held(),
                optional,
                showing);
    }

    /** Expectations that come before these: what they do not answer, these may. Each judges what it was asked for. */
    public Expectations narrower() {
        return new Expectations(settings, this, null, scopes, new OptionalDuty(), new Showing(), keeper.narrower(null));
    }

    /**
     * Expectations of those requests alone that meet a condition, until they are {@linkplain #closeScope closed}: they come before these, and
     * requests that they do not answer, these may.
     *
     * @throws ContractException if there are such already, at this server
     */
    public Expectations scope(Correlation condition) {
        JournalKeeper keeperOfScope = keeper.narrower(condition.toString());
        Expectations scope = new Expectations(settings, this, condition, scopes, optional(), showing(), keeperOfScope);
        scopes.open(condition, scope);
        own.add(scope);
        return scope;
    }

    /**
     * Ends a scope of these expectations: no further request is its own. What it has for the contract is theirs from now on.
     *
     * @return how things stand in it
     */
    public Verdict closeScope(Expectations scope) {
        if (scope.correlation != null) {
            scopes.close(scope.correlation, scope);
        }
        Verdict verdict = own.end(scope);
        if (!verdict.unexpected().isEmpty()) {
            showing().stray();
        }
        scope.release();
        return verdict;
    }

    /** The requests that belonged to no scope and were expected by nobody since a number of the journal. */
    public Strays strays(long since) {
        Expectations outermost = this;
        while (outermost.wider != null) {
            outermost = outermost.wider;
        }
        return new Strays(outermost.journal().all().stream()
                .filter(each -> each.number() > since)
                .filter(each -> each.scope().isEmpty() && each.interaction().isEmpty())
                .toList());
    }

    /** The number of the latest request; 0 before the first. */
    public long latestNumber() {
        return keeper.latest();
    }

    /**
     * Adds all interactions of a contract that are requests over HTTP.
     *
     * @return the rules of their requests that cannot be used, and what HTTP cannot send
     */
    public List<Problem> addAll(Contract contract) {
        List<Problem> problems = new ArrayList<>();
        contract.interactions().forEach(interaction -> {
            if (interaction instanceof HttpInteraction http) {
                problems.addAll(add(http, contract.version(), Terms.OF_CONTRACT).problems());
            }
        });
        return problems;
    }

    /**
     * Adds an interaction.
     *
     * @return the rules of its request that cannot be used, and what HTTP cannot send
     */
    public List<Problem> add(HttpInteraction interaction) {
        return add(interaction, SpecVersion.V4, Terms.OF_CONTRACT).problems();
    }

    /**
     * Adds an interaction of which the caller keeps hold, to change or to remove it.
     *
     * @param version of the contract that it stands in
     */
    public DeclaredInteraction declare(HttpInteraction interaction, SpecVersion version, Terms terms) {
        return new DeclaredInteraction(add(interaction, version, terms), index);
    }

    /** Where each scenario is. */
    public Scenarios scenarios() {
        return circumstances.scenarios();
    }

    private Candidate add(HttpInteraction interaction, SpecVersion version, Terms terms) {
        Candidate candidate = new Candidate(interaction, version, terms, circumstances);
        index.add(candidate);
        return candidate;
    }

    /**
     * Notes that somebody has begun to declare an interaction.
     *
     * @param words how it begins
     * @return to be called when the interaction is complete
     */
    public Opening begin(String words) {
        Object begun = new Object();
        unfinished.put(begun, words);
        return (interaction, terms) -> {
            unfinished.remove(begun);
            Candidate candidate = new Candidate(interaction, SpecVersion.V4, terms, circumstances);
            if (!candidate.problems().isEmpty()) {
                throw new ContractException(candidate.problems());
            }
            index.add(candidate);
            return behaviour -> candidate.behave(checked(behaviour));
        };
    }

    private Behaviour checked(Behaviour behaviour) {
        if (behaviour.has(Fault.TLS_FAILURE) && settings.tls() == null) {
            throw new ContractException(NoTls.problem(Fault.TLS_FAILURE.toString()));
        }
        return behaviour;
    }

    /** What a client gets for a request; it is written down, and it counts. */
    Reply answer(HttpRequest request, String baseUrl) {
        ActualBody body = ActualBody.of(request.body(), request.headers());
        return owner(request, body).answer(request, body, baseUrl);
    }

    /** Whose request it is: that of a scope, or of all that are open here. */
    private Expectations owner(HttpRequest request, ActualBody body) {
        Expectations scope = scopes.find(request, body);
        return scope == null ? this : scope;
    }

    private Reply answer(HttpRequest request, ActualBody body, String baseUrl) {
        for (Expectations each = this; each != null; each = each.wider) {
            Candidate found = each.index.find(request, body);
            if (found != null) {
                Exchange exchange = keeper.came(request, found.interaction(), null);
                return Noted.of(reply(found, request, baseUrl), exchange, keeper);
            }
        }
        if (settings.cors() && Cors.isPreflight(request)) {
            return Cors.preflight(request);
        }
        Function<HttpRequest, Answer> server = unmatched();
        if (server != null) {
            Exchange exchange = keeper.came(request, null, null);
            return Noted.of(new Computed(() -> server.apply(request)), exchange, keeper);
        }
        Unexpected unscoped = Nearest.explain(request, body, candidates());
        Unexpected refused =
                correlation == null ? unscoped.outside(scopes.whyNobody()) : unscoped.in(correlation.toString());
        return refused(refused, Refusal.of(refused));
    }

    private Reply reply(Candidate found, HttpRequest request, String baseUrl) {
        Disturbance now = disturbance;
        return now != null && now.befalls(found.interaction())
                ? found.reply(request, baseUrl, now.behaviour())
                : found.reply(request, baseUrl);
    }

    /**
     * Has interactions answered in another way than their own, until the outage is closed; then who still waits for an answer waits in vain.
     *
     * @param description of those; null for all
     */
    public Outage disturb(Behaviour behaviour, @Nullable String description) {
        disturbance = new Disturbance(behaviour, description);
        return new Outage(() -> {
            disturbance = null;
            for (Expectations each = this; each != null; each = each.wider) {
                each.circumstances.held().end();
            }
        });
    }

    /** The descriptions of all interactions that may be asked for, those for the stub alone among them. */
    public List<String> descriptions() {
        return candidates().stream()
                .map(each -> each.interaction().description())
                .toList();
    }

    /**
     * Has requests that nobody expects passed on to a real server, and not counted as unexpected.
     *
     * @param url {@code http://127.0.0.1:8081}; a path in it goes before those of the requests
     * @throws ContractException if it is no URL of HTTP
     */
    public void proxyUnmatchedTo(String url) {
        unmatched = new Upstream(url, settings.longestBody())::answer;
    }

    /**
     * Has requests that nobody expects answered by somebody else, and not counted as unexpected.
     *
     * @param server is called by many threads, which may wait; it must not throw
     */
    public void passUnmatchedTo(Function<HttpRequest, HttpResponse> server) {
        unmatched = request -> Answer.of(server.apply(request));
    }

    private @Nullable Function<HttpRequest, Answer> unmatched() {
        Function<HttpRequest, Answer> own = unmatched;
        return own != null || wider == null ? own : wider.unmatched();
    }

    /** Writes down a request that could not even be read to its end. */
    Answer unreadable(HttpRequest request, Answer refusal) {
        ActualBody nothing = ActualBody.of(Body.MISSING, request.headers());
        return owner(request, nothing).refused(Unexpected.alone(request), refusal);
    }

    private Answer refused(Unexpected refused, Answer refusal) {
        Exchange exchange =
                keeper.came(refused.request(), null, refused.nearest().orElse(null));
        keeper.answered(exchange, refusal);
        synchronized (unexpected) {
            if (unexpected.size() < DESCRIBED) {
                unexpected.add(refused);
            } else {
                moreUnexpected++;
            }
        }
        return refusal;
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>(index.all());
        if (wider != null) {
            candidates.addAll(wider.candidates());
        }
        return candidates;
    }

    /** The latest requests, oldest first; how many are kept is a setting. Those of narrower expectations are among them. */
    public Journal journal() {
        return keeper.journal(this::known);
    }

    /** What is declared may be asked for at once, also by its scopes. */
    private List<String> known() {
        return Stream.concat(descriptions().stream(), own.open().stream().flatMap(scope -> scope.known().stream()))
                .distinct()
                .toList();
    }

    /** The interactions that belong into the contract, in the order of their declaration; then those of scopes, equal ones once. */
    public List<HttpInteraction> interactions() {
        Set<HttpInteraction> interactions = new LinkedHashSet<>(earlier);
        interactions.addAll(declared());
        interactions.addAll(own.interactions());
        return List.copyOf(interactions);
    }

    private List<HttpInteraction> declared() {
        return index.all().stream()
                .filter(candidate -> !candidate.isStubOnly())
                .map(Candidate::interaction)
                .toList();
    }

    /** Whether nothing was declared, for the contract or for the stub alone. */
    public boolean isEmpty() {
        return index.all().isEmpty() && own.isEmpty();
    }

    /** Forgets what came, expected or not: as if nothing had been asked yet. */
    public void forget() {
        index.all().forEach(Candidate::restart);
        scenarios().restart();
        journal().clear();
        synchronized (unexpected) {
            unexpected.clear();
            moreUnexpected = 0;
        }
    }

    /** Ends what others left open: scopes, and the connections of clients that still wait for what is never answered. */
    void release() {
        own.open().forEach(this::closeScope);
        circumstances.held().release();
    }

    /** Whether answers give their optional fields, and which were given in one way only. */
    public OptionalDuty optional() {
        return circumstances.optional();
    }

    /** Notes what is declared, and which scopes are open, when a test method begins that may be run again. */
    public void mark() {
        declaredBefore = index.all().size();
        scopesBefore = own.open();
        scopesBefore.forEach(Expectations::mark);
    }

    /**
     * Starts anew, with answers that leave out their optional fields: what was declared since the {@linkplain #mark mark} is to be declared
     * again, and all is to be requested again, sequences and scenarios from their beginning. Scopes that were opened since are closed.
     */
    public void againWithoutOptional() {
        closeScopesSinceMark();
        own.open().forEach(Expectations::againWithoutOptional);
        earlier.addAll(declared());
        optional().leaveOut();
        circumstances.scenarios().restart();
        RequestIndex fresh = new RequestIndex();
        index.all().stream().limit(declaredBefore).forEach(candidate -> {
            candidate.restart();
            fresh.add(candidate);
        });
        index = fresh;
        keeper.journal().clear();
    }

    private void closeScopesSinceMark() {
        List<Expectations> kept = scopesBefore;
        own.open().stream().filter(scope -> !kept.contains(scope)).forEach(this::closeScope);
    }

    /** What is shown in place of examples. */
    public Showing showing() {
        return circumstances.showing();
    }

    /** What a place of the latest answer's JSON says; null where there is null or nothing, or no JSON. */
    public @Nullable String answered(RulePath path) {
        return showing().latest().text(path);
    }

    /** The same of the latest answer of an interaction. */
    public @Nullable String answered(String description, RulePath path) {
        return showing().latest().text(description, path);
    }

    /**
     * Starts anew with other answers, until the rehearsal is closed; as for {@link #againWithoutOptional}, what was declared before the
     * {@linkplain #mark mark} stays.
     */
    public Rehearsal rehearse(Shown shown) {
        closeScopesSinceMark();
        Rehearsal back = back();
        List<Rehearsal> ofScopes =
                own.open().stream().map(scope -> scope.rehearse(shown)).toList();
        showing().show(shown);
        optional().give(true);
        circumstances.scenarios().restart();
        RequestIndex fresh = new RequestIndex();
        index.all().stream().limit(declaredBefore).map(Candidate::anew).forEach(fresh::add);
        index = fresh;
        return () -> {
            closeScopesSinceMark();
            ofScopes.forEach(Rehearsal::close);
            back.close();
        };
    }

    /** Puts the journal aside, and knows the way back to how things are now, when nothing is wrong. */
    private Rehearsal back() {
        RequestIndex oldIndex = index;
        Runnable oldJournal = keeper.putAside();
        boolean gave = optional().gives();
        Map<String, String> scenarios = circumstances.scenarios().moved();
        Runnable oldScopes = own.mark();
        return () -> {
            index = oldIndex;
            oldJournal.run();
            optional().give(gave);
            circumstances.scenarios().restore(scenarios);
            showing().show(Shown.EXAMPLES);
            oldScopes.run();
            unfinished.clear();
            synchronized (unexpected) {
                unexpected.clear();
                moreUnexpected = 0;
            }
        };
    }

    /** What follows in sequences and was never asked for, in the order of declaration. */
    public List<Unreached> unreached() {
        return index.all().stream()
                .filter(candidate -> candidate.unreached() > 0)
                .map(candidate -> new Unreached(candidate.interaction().quoted(), candidate.unreached()))
                .toList();
    }

    /** How to get the random values of the answers once more; null when there were none. */
    public @Nullable String seedNote() {
        return index.all().stream().anyMatch(Candidate::wasRandom)
                ? new Facts("CONTRACT-SEED  answers of the stub held random values")
                        .add(
                                "mend",
                                "give -D" + StubSettings.SEED + "=" + settings.seed() + " to get the same ones again")
                        .toString()
                : null;
    }

    /** How things stand now, in scopes that are still open, too. */
    public Verdict verdict() {
        return own.with(ownVerdict());
    }

    private Verdict ownVerdict() {
        List<HttpInteraction> missing = index.all().stream()
                .filter(candidate -> !candidate.wasRequested())
                .map(Candidate::interaction)
                .toList();
        synchronized (unexpected) {
            List<Unexpected> told = unexpected.stream().map(this::asOfNow).toList();
            return new Verdict(told, moreUnexpected, missing, List.copyOf(unfinished.values()), oneSided(), null);
        }
    }

    /** What was declared only after a request had come expects it, and came too late. */
    private Unexpected asOfNow(Unexpected then) {
        HttpRequest request = then.request();
        ActualBody body = ActualBody.of(request.body(), request.headers());
        return then.whyClosed() != null
                ? then
                : candidates().stream()
                        .filter(candidate -> candidate.expects(request, body))
                        .findFirst()
                        .map(candidate -> then.before(candidate.interaction()))
                        .orElse(then);
    }

    /** Which answers were given in one way only; those of scopes are judged with their stub, which is asked in both ways. */
    private List<OneSided> oneSided() {
        return correlation == null ? optional().oneSided() : List.of();
    }
}
