package dev.contract.consumer;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.journal.Journal;
import dev.contract.consumer.recording.ContractFolder;
import dev.contract.consumer.resilience.Resilience;
import dev.contract.consumer.scope.Correlation;
import dev.contract.consumer.stub.Expectations;
import dev.contract.consumer.stub.Opening;
import dev.contract.consumer.stub.Outage;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.stub.Unreached;
import dev.contract.consumer.stub.Verdict;
import dev.contract.consumer.tls.StubTls;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The provider as a consumer's test sees it: a server that answers what the test declares, and nothing else.
 *
 * <pre>{@code
 * users.given("user user123 exists")
 *         .uponReceiving("a request for user user123")
 *         .get("/users/user123")
 *         .willRespondWith(200, json(object("name", like("Alice"))));
 *
 * new UserClient(users.url()).find("user123");
 * }</pre>
 *
 * <p>A test class that is marked {@code @ConsumerTest} gets stubs as parameters, has them judged, and the contract written. Tests of
 * other frameworks start, verify and close them:
 *
 * <pre>{@code
 * try (Stub users = Stub.start("order-service", "user-service")) {
 *     …
 *     users.verify();
 * }
 * }</pre>
 *
 * <p>Thread-safe; a single interaction is written by one thread.
 */
public final class Stub implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Stub.class.getName());

    private final String consumer;
    private final String provider;
    private final StubScope scope;
    private final SpecVersion version;
    private final @Nullable Caller caller;
    private volatile boolean verified;

    /**
     * A stub over a scope that somebody else judges and closes: for integrations with test frameworks.
     *
     * @param version of the contract: what it cannot express is refused where it is declared
     */
    public Stub(String consumer, String provider, StubScope scope, SpecVersion version) {
        this(consumer, provider, scope, version, null);
    }

    private Stub(String consumer, String provider, StubScope scope, SpecVersion version, @Nullable Caller caller) {
        this.version = version;
        this.consumer = consumer;
        this.provider = provider;
        this.scope = scope;
        this.caller = caller;
    }

    /** A stub for tests that do not use JUnit. */
    public static Stub start(String consumer, String provider) {
        return new Stub(consumer, provider, StubScope.open(settings()), SpecVersion.V4, Caller.find());
    }

    /** The same, serving as these settings say: {@code StubSettings.DEFAULT.withTls(StubTls.generated())}. */
    public static Stub start(String consumer, String provider, StubSettings settings) {
        return new Stub(consumer, provider, StubScope.open(settings), SpecVersion.V4, Caller.find());
    }

    /**
     * A provider that is played by {@code contract stub} in another process. Where that wants a token, it is the environment variable
     * {@code CONTRACT_STUB_TOKEN} or the system property {@code contract.stub.token}. Where it speaks TLS, the file with what is to be trusted
     * is {@code CONTRACT_STUB_TRUST} or {@code contract.stub.trust}, as {@code --certificate-file} writes it; without it the JVM's own count.
     *
     * @param url of the stub, {@code http://127.0.0.1:8080}
     * @throws dev.contract.core.problem.ContractException if no stub is there, or somebody else is attached to the provider
     */
    public static AttachedStub attach(String url, String consumer, String provider) {
        return AttachedStub.open(url, null, consumer, provider, Caller.find());
    }

    /** The same, reaching the stub by what this context trusts and shows: {@code StubTls.of(…).clientContext()}. */
    public static AttachedStub attach(String url, String consumer, String provider, SSLContext tls) {
        return AttachedStub.open(url, tls, consumer, provider, Caller.find());
    }

    /** With the seed that the system property gives. */
    static StubSettings settings() {
        return StubSettings.DEFAULT.withSeed(System.getProperty(StubSettings.SEED, ""));
    }

    /** Where the consumer's client reaches the provider, without a slash at the end: {@code http://127.0.0.1:40123}. */
    public String url() {
        return scope.url();
    }

    public int port() {
        return scope.port();
    }

    /** Starts an interaction with something that must be true of the provider: {@code "user user123 exists"}. */
    public InteractionBuilder given(String state) {
        return begin("given(" + Quoted.text(state) + ")").given(state);
    }

    /** Starts an interaction with a provider state and its parameters, any values that JSON can hold. */
    public InteractionBuilder given(String state, Map<String, ? extends @Nullable Object> parameters) {
        return begin("given(" + Quoted.text(state) + ", …)").given(state, parameters);
    }

    /** Starts an interaction that needs no provider state. */
    public InteractionBuilder uponReceiving(String description) {
        return begin("uponReceiving(" + Quoted.text(description) + ")").uponReceiving(description);
    }

    private InteractionBuilder begin(String words) {
        return begin(scope.expectations(), words, version);
    }

    static InteractionBuilder begin(Expectations expectations, String words, SpecVersion version) {
        Opening opening = expectations.begin(words);
        return InteractionBuilder.on((interaction, terms) -> {
            if (!terms.stubOnly()) {
                Expressed.check(version, interaction);
            }
            Consumer<Behaviour> stub = Mistake.here(() -> opening.declare(interaction, terms));
            return behaviour -> Mistake.here(() -> {
                stub.accept(behaviour);
                return behaviour;
            });
        });
    }

    /**
     * A part of this stub for one of the tests that share it: its interactions answer those requests alone that carry a value of the test's own.
     *
     * <pre>{@code
     * String id = UUID.randomUUID().toString();
     * try (Scope scope = users.scope(header("X-Request-ID").is(id))) {
     *     scope.uponReceiving("a request for user 42").get("/users/42").willRespondWith(200);
     *     …
     * }
     * }</pre>
     *
     * @throws dev.contract.core.problem.ContractException if a scope for the same requests is open, or no request can meet the condition
     */
    public Scope scope(Correlation condition) {
        Expectations own = scope.expectations();
        Expectations ofScope = Mistake.here(() -> own.scope(condition));
        return new Scope(consumer, provider, version, condition, own, ofScope);
    }

    /**
     * Has requests that were not declared passed on to a real service, instead of refused; they stand in no contract and fail no test.
     *
     * @param url {@code http://127.0.0.1:8081}; a path in it goes before those of the requests
     * @throws dev.contract.core.problem.ContractException if it is no URL of HTTP
     */
    public void proxyUnmatchedTo(String url) {
        Mistake.here(() -> {
            scope.expectations().proxyUnmatchedTo(url);
            return url;
        });
    }

    /**
     * Refuses connections, as if the provider were not running, until what is returned is closed:
     *
     * <pre>{@code
     * try (Outage outage = users.down()) {
     *     …
     * }
     * }</pre>
     */
    public Outage down() {
        return scope.down();
    }

    /**
     * Lets handshakes of TLS fail, until what is returned is closed: the client gets what is no TLS, and then the end.
     *
     * @throws dev.contract.core.problem.ContractException when the stub speaks no TLS
     */
    public Outage failingHandshakes() {
        return Mistake.here(scope::failingHandshakes);
    }

    /**
     * Makes a call of the consumer again under each trouble that a provider or a network may have; what it is to do then, further words
     * say:
     *
     * <pre>{@code
     * users.resilience(() -> client.find("42"))
     *         .expecting(Trouble.MALFORMED_JSON).toThrow(UserServiceBroken.class)
     *         .otherwise().toThrow(UserServiceDown.class)
     *         .verify();
     * }</pre>
     *
     * @throws dev.contract.core.problem.ContractException if tests share the stub
     */
    public <T> Resilience<T> resilience(Callable<T> call) {
        return Mistake.here(() -> new Resilience<>(scope, null, call));
    }

    /**
     * The same with troubles for one interaction alone; others are answered.
     *
     * @param description as its {@code uponReceiving(…)} says it
     * @throws dev.contract.core.problem.ContractException if there is none, or tests share the stub
     */
    public <T> Resilience<T> resilience(String description, Callable<T> call) {
        return Mistake.here(() -> new Resilience<>(scope, description, call));
    }

    /**
     * What a client needs for the stub's TLS: whom to trust, and which certificate to show.
     *
     * @throws dev.contract.core.problem.ContractException when the stub speaks no TLS
     */
    public StubTls tls() {
        return Mistake.here(scope::tls);
    }

    /**
     * Whether the answers now give the fields that are {@linkplain Matchers#optional optional}: in a test of JUnit they do while the
     * method runs first, and do not when it is run again for that reason.
     *
     * <pre>{@code
     * assertThat(client.find("user123").nick()).isEqualTo(users.givesOptional() ? "Al" : null);
     * }</pre>
     */
    public boolean givesOptional() {
        return scope.expectations().optional().gives();
    }

    /** Lets all answers leave out their optional fields from now on: for tests that JUnit does not run again, and stubs of a class. */
    public void leaveOutOptional() {
        scope.expectations().optional().leaveOut();
    }

    /**
     * Whether the answers now are those of the contract: not while the method is run again with {@linkplain
     * dev.contract.consumer.junit.ConsumerTest#variations other answers that it permits}. A test that asks is taken at its word: what it
     * asserts then counts against the consumer.
     *
     * <pre>{@code
     * if (users.givesExample()) {
     *     assertThat(user.name()).isEqualTo("Alice");
     * }
     * }</pre>
     */
    public boolean givesExample() {
        return scope.expectations().showing().areExamples();
    }

    /**
     * What the latest answer said at a place of its JSON, for tests that are run with {@linkplain
     * dev.contract.consumer.junit.ConsumerTest#variations other answers}; as for {@link #givesExample}, what the test asserts then counts.
     *
     * <pre>{@code
     * assertThat(user.name()).isEqualTo(users.answered("$.name"));
     * }</pre>
     *
     * @param path of the value: {@code $.items[0].id}
     * @return a string without its quotes, any other value as JSON, a number as it was written; null for null and where nothing was
     * @throws dev.contract.core.problem.ContractException if it is no path
     */
    public @Nullable String answered(String path) {
        return told().answered(path(path));
    }

    /**
     * The same of the latest answer of an interaction, where others came after it.
     *
     * @param description what was said in {@link #uponReceiving}
     * @param path of the value: {@code $.items[0].id}
     * @return as {@link #answered(String)}
     * @throws dev.contract.core.problem.ContractException if it is no path
     */
    public @Nullable String answered(String description, String path) {
        return told().answered(description, path(path));
    }

    /** The expectations for a test that wants to know what it is given. */
    private Expectations told() {
        scope.expectations().showing().areExamples();
        return scope.expectations();
    }

    private static RulePath path(String path) {
        return Mistake.here(() -> RulePath.parse(path)
                .orElseThrow(() -> new ContractException(Problem.error("CONTRACT-PATH", "this is no path of JSON")
                        .found(Quoted.text(path))
                        .mend("write it as $.items[0].id"))));
    }

    /** The requests that came, oldest first, expected or not; of very many the latest 1,000. */
    public List<HttpRequest> requests() {
        return journal().all().stream()
                .map(each -> each.request().asHttpRequest())
                .toList();
    }

    /** What came and how it was answered: all of it, of one interaction, in order; it can be waited for. */
    public Journal journal() {
        return scope.expectations().journal();
    }

    /**
     * Checks that every declared request came, and no other; a stub that was {@linkplain #start started} by the test then writes what
     * was declared into the contract.
     *
     * <p>The contract's folder is that of {@link ContractFolder#of}. As nobody can tell whether all of a class's tests ran, nothing is
     * taken out of the contract.
     *
     * @throws AssertionError that says what came or did not come, beside what was declared; nothing is written then
     */
    public void verify() {
        verified = true;
        Verdict verdict = scope.verdict();
        String unreached = Unreached.note(scope.expectations().unreached());
        if (!verdict.isFine()) {
            throw new AssertionError(Stream.of(
                            verdict.describe(consumer, provider),
                            Objects.requireNonNullElse(scope.expectations().seedNote(), ""),
                            unreached)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("\n")));
        }
        if (!unreached.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, unreached);
        }
        if (caller != null) {
            caller.record(consumer, provider, scope.expectations().interactions());
        }
    }

    /**
     * Stops the stub. Checks and writes nothing.
     *
     * @throws AssertionError when the test that started the stub declared interactions and never called {@link #verify}
     */
    @Override
    public void close() {
        scope.close();
        boolean forgotten = caller != null && !verified && !scope.expectations().isEmpty();
        if (forgotten) {
            throw new AssertionError(
                    new Facts("CONTRACT-UNVERIFIED  the stub of " + provider + " was closed without being verified")
                            .add("found", "nothing was checked, and no contract was written")
                            .add("mend", "call verify() as the last statement before the stub is closed"));
        }
    }
}
