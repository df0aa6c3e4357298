package dev.contract.consumer;

import dev.contract.consumer.stub.Exchange;
import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.stub.Verdict;
import dev.contract.core.http.HttpRequest;
import java.util.List;
import java.util.Map;
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
 * <p>A test class that is marked {@code @ConsumerTest} gets stubs as parameters, and has them judged. Others start them:
 *
 * <pre>{@code
 * try (Stub users = Stub.start("order-service", "user-service")) {
 *     …
 *     users.verify();
 * }
 * }</pre>
 *
 * <p>Thread-safe; an interaction is written by one thread at a time.
 */
public final class Stub implements AutoCloseable {
    private final String consumer;
    private final String provider;
    private final StubScope scope;

    /** A stub over a scope that somebody else opens, judges and closes: for integrations with test frameworks. */
    public Stub(String consumer, String provider, StubScope scope) {
        this.consumer = consumer;
        this.provider = provider;
        this.scope = scope;
    }

    /** A stub outside of JUnit; the caller verifies and closes it. */
    public static Stub start(String consumer, String provider) {
        return new Stub(consumer, provider, StubScope.open(StubSettings.DEFAULT));
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
        return interaction().given(state);
    }

    /** Starts an interaction with a provider state and its parameters, any values that JSON can hold. */
    public InteractionBuilder given(String state, Map<String, ? extends @Nullable Object> parameters) {
        return interaction().given(state, parameters);
    }

    /** Starts an interaction that needs no provider state. */
    public InteractionBuilder uponReceiving(String description) {
        return interaction().uponReceiving(description);
    }

    private InteractionBuilder interaction() {
        return new InteractionBuilder(scope.expectations()::add);
    }

    /** The requests that came, oldest first, expected or not; of very many the latest 1,000. */
    public List<HttpRequest> requests() {
        return scope.expectations().journal().stream().map(Exchange::request).toList();
    }

    /**
     * Checks that every declared request came, and no other.
     *
     * @throws AssertionError that says what did not, beside what was expected
     */
    public void verify() {
        Verdict verdict = scope.expectations().verdict();
        if (!verdict.isFine()) {
            throw new AssertionError(verdict.describe(consumer, provider));
        }
    }

    /** Stops the stub. */
    @Override
    public void close() {
        scope.close();
    }
}
