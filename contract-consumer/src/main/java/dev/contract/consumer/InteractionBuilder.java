package dev.contract.consumer;

import dev.contract.consumer.answer.ScenarioState;
import dev.contract.consumer.answer.Terms;
import dev.contract.consumer.stub.Opening;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP interaction while a test writes it: states and description first, then the request, then the response.
 *
 * <pre>{@code
 * users.given("user user123 exists")
 *         .uponReceiving("a request for user user123")
 *         .get("/users/user123")
 *         .willRespondWith(200, json(object("user_id", "user123", "exists", true, "name", like("Alice"))));
 * }</pre>
 *
 * <p>A mistake is told at once, by a {@link dev.contract.core.problem.ContractException} that names the line of the test. One thread
 * at a time.
 */
public final class InteractionBuilder {
    private final Opening opening;
    private final Head head = new Head(".uponReceiving(\"a request for user 42\")", "willRespondWith(…)");
    private Terms terms = Terms.OF_CONTRACT;

    /** A builder that hands over what belongs into a contract, as soon as its response is given; no stub answers it. */
    public InteractionBuilder(Consumer<HttpInteraction> sink) {
        this.opening = (interaction, terms) -> {
            if (!terms.stubOnly()) {
                sink.accept(interaction);
            }
            return behaviour -> {};
        };
    }

    private InteractionBuilder(Opening opening) {
        this.opening = opening;
    }

    /** A builder whose interaction a stub answers. */
    static InteractionBuilder on(Opening stub) {
        return new InteractionBuilder(stub);
    }

    /**
     * Adds something that must be true of the provider before the request: {@code "user user123 exists"}.
     *
     * @throws dev.contract.core.problem.ContractException if the name is blank
     */
    public InteractionBuilder given(String state) {
        return given(state, Map.of());
    }

    /**
     * Adds a provider state with parameters, any values that JSON can hold.
     *
     * @throws dev.contract.core.problem.ContractException if the name is blank, or a parameter cannot be written as JSON
     */
    public InteractionBuilder given(String state, Map<String, ? extends @Nullable Object> parameters) {
        head.state(state, parameters);
        return this;
    }

    /**
     * Says what happens, in the consumer's words. Together with the states it names the interaction within its contract.
     *
     * @throws dev.contract.core.problem.ContractException if the description is blank, or there is one already
     */
    public InteractionBuilder uponReceiving(String text) {
        head.description(text);
        return this;
    }

    /**
     * Names the interaction within a contract of version 4, in place of description and states: it keeps its identity when these change.
     *
     * @throws dev.contract.core.problem.ContractException if the key is blank
     */
    public InteractionBuilder key(String text) {
        head.key(text);
        return this;
    }

    /**
     * Names the transport in a contract of version 4: the provider's verification may have another address for it, an administrator's port for
     * example. The stub answers it like any other.
     *
     * @throws dev.contract.core.problem.ContractException if the name is blank
     */
    public InteractionBuilder transport(String name) {
        head.transport(name);
        return this;
    }

    /** Marks the interaction as one that the provider may still fail. */
    public InteractionBuilder pending() {
        head.pending();
        return this;
    }

    /** Adds a line for the people who read the contract. */
    public InteractionBuilder comment(String line) {
        head.comment(line);
        return this;
    }

    /**
     * Keeps the interaction out of the contract: the stub answers it, and no provider owes it. Only so may the first answer be a fault, a
     * function or a template.
     */
    public InteractionBuilder stubOnly() {
        terms = terms.asStubOnly();
        return this;
    }

    /**
     * Has this interaction answer where several match, if no other has a higher priority; every other has 0. The contract does not tell.
     *
     * @param priority below 0 for what answers only when nothing else does
     */
    public InteractionBuilder priority(int priority) {
        terms = terms.withPriority(priority);
        return this;
    }

    /**
     * Has this interaction answer only while a scenario is in a state; answers move it there by {@code moving(…)}. The contract does not
     * tell: what makes the provider answer so is a provider state.
     *
     * @param state every scenario begins in {@code "start"}
     */
    public InteractionBuilder during(String scenario, String state) {
        terms = terms.during(Mistake.here(() -> new ScenarioState(scenario, state)));
        return this;
    }

    /** Starts a GET request; see {@link #method(String, String)} for the path. */
    public RequestBuilder get(String path) {
        return method("GET", path);
    }

    /** Starts a GET request whose path is like the matcher's example. */
    public RequestBuilder get(Matcher path) {
        return method("GET", path);
    }

    public RequestBuilder post(String path) {
        return method("POST", path);
    }

    public RequestBuilder post(Matcher path) {
        return method("POST", path);
    }

    public RequestBuilder put(String path) {
        return method("PUT", path);
    }

    public RequestBuilder put(Matcher path) {
        return method("PUT", path);
    }

    public RequestBuilder patch(String path) {
        return method("PATCH", path);
    }

    public RequestBuilder patch(Matcher path) {
        return method("PATCH", path);
    }

    public RequestBuilder delete(String path) {
        return method("DELETE", path);
    }

    public RequestBuilder delete(Matcher path) {
        return method("DELETE", path);
    }

    public RequestBuilder head(String path) {
        return method("HEAD", path);
    }

    public RequestBuilder head(Matcher path) {
        return method("HEAD", path);
    }

    /**
     * Starts a request of any method.
     *
     * @param path begins with a slash; characters that a path cannot hold are percent-encoded, {@code %20} and its like stay as they
     *     are; what follows a {@code ?} is read as query parameters
     * @throws dev.contract.core.problem.ContractException if the path does not begin with a slash, or the description is missing
     */
    public RequestBuilder method(String method, String path) {
        return request(method, path);
    }

    /** Starts a request of any method whose path is like the matcher's example. */
    public RequestBuilder method(String method, Matcher path) {
        return request(method, path);
    }

    private RequestBuilder request(String method, Object path) {
        return new RequestBuilder(method, path, new Ending(head.description(), terms.stubOnly(), this::finish));
    }

    private Ending.Known finish(RequestPart request, ResponsePart response) {
        HttpInteraction interaction =
                new HttpInteraction(head.description(), head.states(), request, response, head.annotations());
        return new Ending.Known(interaction, opening.declare(interaction, terms));
    }
}
