package dev.contract.consumer;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.remote.RemoteJournal;
import dev.contract.consumer.remote.RemoteScope;
import dev.contract.consumer.scope.Correlation;
import dev.contract.consumer.stub.Expectations;
import dev.contract.consumer.stub.Opening;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.stub.Verdict;
import dev.contract.consumer.tls.StubTls;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Quoted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The provider as a consumer's test sees it, where a stub in another process plays it: {@code contract stub}, which a service reaches that
 * runs in a container or is written in another language.
 *
 * <pre>{@code
 * try (AttachedStub users = Stub.attach("http://127.0.0.1:8080", "order-service", "user-service")) {
 *     users.uponReceiving("a request for user 42").get("/users/42").willRespondWith(200);
 *     …
 *     users.verify();
 * }
 * }</pre>
 *
 * <p>The words are those of {@link Stub}, and so are verdicts and contracts. A function cannot answer there, and is refused. Until it is
 * closed, or the JVM ends, nobody else can attach to the provider; tests that share it take a {@link #scope} each. Thread-safe; a single interaction is written
 * by one thread.
 */
public final class AttachedStub implements AutoCloseable {
    private final String consumer;
    private final String provider;
    private final RemoteScope remote;
    private final @Nullable Caller caller;

    /** What was declared, for the contract: it is answered elsewhere. */
    private volatile Expectations declared = new Expectations(StubSettings.DEFAULT);

    private final List<HttpInteraction> ofScopes = new ArrayList<>();
    private final @Nullable AttachedStub wider;
    private volatile boolean verified;

    private AttachedStub(
            String consumer,
            String provider,
            RemoteScope remote,
            @Nullable Caller caller,
            @Nullable AttachedStub wider) {
        this.consumer = consumer;
        this.provider = provider;
        this.remote = remote;
        this.caller = caller;
        this.wider = wider;
    }

    /** @param tls by which the stub is reached; null for what the environment says */
    static AttachedStub open(
            String url, @Nullable SSLContext tls, String consumer, String provider, @Nullable Caller caller) {
        String token = setting("contract.stub.token", "CONTRACT_STUB_TOKEN");
        RemoteScope remote = Mistake.here(() -> RemoteScope.open(url, token, tls == null ? trusting() : tls, provider));
        return new AttachedStub(consumer, provider, remote, caller, null);
    }

    private static @Nullable SSLContext trusting() {
        String file = setting("contract.stub.trust", "CONTRACT_STUB_TRUST");
        return file == null ? null : StubTls.trusting(Path.of(file));
    }

    private static @Nullable String setting(String property, String variable) {
        return System.getProperty(property, System.getenv(variable));
    }

    /** Where the consumer's client reaches the provider, without a slash at the end. */
    public String url() {
        return remote.url();
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
        Opening opening = declared.begin(words);
        return InteractionBuilder.on((interaction, terms) -> {
            if (!terms.stubOnly()) {
                Expressed.check(SpecVersion.V4, interaction);
            }
            Consumer<Behaviour> there = Mistake.here(() -> {
                opening.declare(interaction, terms);
                return remote.declare(interaction, terms);
            });
            return behaviour -> Mistake.here(() -> {
                there.accept(behaviour);
                return behaviour;
            });
        });
    }

    /**
     * A part of the provider for one of the tests that share it: what is declared in it answers those requests alone that carry a value of
     * the test's own. It is judged when it is closed.
     *
     * @throws dev.contract.core.problem.ContractException if a scope for the same requests is open
     */
    public AttachedStub scope(Correlation condition) {
        RemoteScope part = Mistake.here(() -> remote.scope(condition));
        return new AttachedStub(consumer, provider, part, null, this);
    }

    /** What came and how it was answered; each question asks the stub, also to wait. */
    public RemoteJournal journal() {
        return remote.journal();
    }

    /** Moves a scenario to a state, as answers with {@code moving(…)} do. */
    public void move(String scenario, String state) {
        remote.move(scenario, state);
    }

    /** Forgets all that was declared here, and all that came. */
    public void reset() {
        remote.reset();
        declared = new Expectations(StubSettings.DEFAULT);
    }

    /**
     * Checks that every declared request came, and no other; then writes what was declared into the contract, as {@link Stub#verify} does.
     *
     * @throws AssertionError that says what came or did not come, beside what was declared; nothing is written then
     */
    public void verify() {
        verified = true;
        List<String> blocks = new ArrayList<>();
        remote.complaint(consumer).ifPresent(blocks::add);
        Verdict begun = declared.verdict().ofUnfinished();
        if (!begun.isFine()) {
            blocks.add(begun.describe(consumer, provider));
        }
        if (!blocks.isEmpty()) {
            throw new AssertionError(String.join("\n", blocks));
        }
        record();
    }

    private void record() {
        Set<HttpInteraction> all = new LinkedHashSet<>(declared.interactions());
        synchronized (ofScopes) {
            all.addAll(ofScopes);
        }
        if (wider != null) {
            wider.add(all);
        } else if (caller != null) {
            caller.record(consumer, provider, List.copyOf(all));
        }
    }

    private void add(Set<HttpInteraction> others) {
        synchronized (ofScopes) {
            ofScopes.addAll(others);
        }
    }

    /**
     * Gives the provider back to the stub, which forgets what was declared here. Checks a {@link #scope}, and nothing else.
     *
     * @throws AssertionError when this is a scope and something is wrong with it; otherwise when interactions were declared and
     *     {@link #verify} was never called
     */
    @Override
    public void close() {
        try {
            if (!verified && wider != null) {
                verify();
            }
        } finally {
            remote.close();
        }
        if (!verified && !declared.isEmpty()) {
            throw new AssertionError(
                    new Facts("CONTRACT-UNVERIFIED  the stub of " + provider + " was closed without being verified")
                            .add("found", "nothing was checked, and no contract was written")
                            .add("mend", "call verify() as the last statement before the stub is closed"));
        }
    }
}
