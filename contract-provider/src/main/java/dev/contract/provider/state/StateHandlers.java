package dev.contract.provider.state;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.code.Thrown;
import dev.contract.provider.target.Access;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The handlers of provider states, by name.
 *
 * <p>Of several names that fit a state the one with most literal text is taken. Handlers stand before the state-change URL, which
 * takes whatever has none. One thread at a time while handlers are added; after that as thread-safe as the handlers are.
 */
public final class StateHandlers {
    private final List<Handler> handlers = new ArrayList<>();
    private @Nullable StateChangeUrl url;

    private record Handler(StateName name, StateAction action, StateValues code) {}

    private record Found(Handler handler, JsonObject placeholders) {}

    /**
     * Adds a handler.
     *
     * @param name as contracts write it, with {@code {placeholders}}; {@code ""} for interactions without a state
     * @throws ContractException if there is one of this name already
     */
    public void add(String name, StateAction action, StateValues code) {
        boolean taken = handlers.stream()
                .anyMatch(each -> each.action() == action && each.name().text().equals(name));
        if (taken) {
            throw new ContractException(
                    Problem.error("CONTRACT-STATE", "two handlers for provider state " + Quoted.text(name))
                            .found("both for " + action.text())
                            .mend("remove one of the two"));
        }
        handlers.add(new Handler(new StateName(name), action, code));
    }

    /**
     * Adds the methods of an object that are annotated with {@link State}.
     *
     * @throws ContractException if there are none, or one takes or returns what it cannot
     */
    public void addMethodsOf(Object object) {
        AnnotatedMethods.of(object)
                .forEach(method -> method.names().forEach(name -> add(name, method.action(), method)));
    }

    /** Sends the states that have no handler to a URL; in place of another one, if there was one. */
    public void changeAt(StateChangeUrl stateChangeUrl) {
        this.url = stateChangeUrl;
    }

    /** The URL, if there is one, is reached as the service is. */
    public void reachUrlBy(Access access) {
        this.url = url == null ? null : url.reachedBy(access);
    }

    /** Closes the connections to the URL, if there is one; it can still be called, but keeps none any more. */
    public void close() {
        if (url != null) {
            url.close();
        }
    }

    /** The names of all handlers that set a state up, in the order in which they were added. */
    public List<String> names() {
        return handlers.stream()
                .filter(each -> each.action() == StateAction.SETUP)
                .map(each -> each.name().text())
                .toList();
    }

    /** Whether there is a handler, or a URL, to set a state of this name up. */
    public boolean canSetUp(String state) {
        return url != null || find(state, StateAction.SETUP).isPresent();
    }

    /**
     * A warning for each handler that is called for none of these states, with the names that are like its own.
     *
     * @param asked the names of states as contracts write them; {@code ""} when there are interactions without a state
     */
    public List<Problem> unused(Set<String> asked) {
        Set<Handler> used = new HashSet<>();
        for (String state : asked) {
            for (StateAction action : StateAction.values()) {
                find(state, action).map(Found::handler).ifPresent(used::add);
            }
        }
        return handlers.stream()
                .filter(each -> !used.contains(each))
                .map(each -> unused(each, asked))
                .toList();
    }

    private static Problem unused(Handler handler, Set<String> asked) {
        String like = handler.name().literal();
        List<String> states = asked.stream().filter(state -> !state.isEmpty()).toList();
        return Problem.warning(
                        "CONTRACT-UNUSED",
                        code(handler.action()) + " of provider state "
                                + Quoted.text(handler.name().text()) + " is never called")
                .found(states.isEmpty() ? "no states in the contracts" : "states " + NearNames.listed(like, states))
                .mend(NearNames.nearest(like, states)
                        .map(near -> "name it " + Quoted.text(near) + " if that is meant; otherwise remove it")
                        .orElse("remove it, or add the contract that names the state"));
    }

    /** Whether anything happens for a state of this name, before or after. */
    public boolean concerns(String state) {
        return canSetUp(state) || find(state, StateAction.TEARDOWN).isPresent();
    }

    /**
     * Brings the provider into a state; does nothing when there is no handler.
     *
     * @return the values for generators and producers of messages: what stands in the placeholders of the handler's name,
     *     where the state has no parameter of that name, and over it what the handler returned
     * @throws StateFailure if the handler threw, or the URL did not answer with success
     */
    public JsonObject setUp(ProviderState state) throws StateFailure {
        return call(state, StateAction.SETUP);
    }

    /**
     * Brings the provider out of a state; does nothing when there is no handler.
     *
     * @throws StateFailure if the handler threw, or the URL did not answer with success
     */
    public void tearDown(ProviderState state) throws StateFailure {
        call(state, StateAction.TEARDOWN);
    }

    private JsonObject call(ProviderState state, StateAction action) throws StateFailure {
        Optional<Found> found = find(state.name(), action);
        if (found.isPresent()) {
            return run(found.get(), state, action);
        }
        boolean taken = action == StateAction.TEARDOWN
                && find(state.name(), StateAction.SETUP).isPresent();
        return url == null || taken ? JsonObject.EMPTY : url.call(state, action);
    }

    private static JsonObject run(Found found, ProviderState state, StateAction action) throws StateFailure {
        JsonObject parameters =
                found.placeholders().toBuilder().putAll(state.parameters()).build();
        try {
            JsonObject returned =
                    PlainValues.returned(found.handler().code().run(new StateCall(state.name(), action, parameters)));
            return given(found.placeholders(), state).putAll(returned).build();
        } catch (Throwable e) {
            Thrown.passOnIfFatal(e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new StateFailure(
                    code(action) + " of provider state " + Quoted.text(state.name()) + " threw "
                            + Thrown.text(e, StateHandlers.class),
                    e);
        }
    }

    /** What the state's name says beyond its parameters, which are known to all. */
    private static JsonObject.Builder given(JsonObject placeholders, ProviderState state) {
        JsonObject.Builder given = JsonObject.builder();
        placeholders.forEach((name, value) -> {
            if (!state.parameters().has(name)) {
                given.put(name, value);
            }
        });
        return given;
    }

    static String failed(StateAction action) {
        return switch (action) {
            case SETUP -> "State change request failed";
            case TEARDOWN -> "State teardown failed";
        };
    }

    private static String code(StateAction action) {
        return switch (action) {
            case SETUP -> "the handler";
            case TEARDOWN -> "the teardown";
        };
    }

    private Optional<Found> find(String state, StateAction action) {
        Found best = null;
        for (Handler each : handlers) {
            boolean better = best == null
                    || each.name().precision() > best.handler().name().precision();
            Optional<JsonObject> placeholders =
                    better && each.action() == action ? each.name().match(state) : Optional.empty();
            best = placeholders.isPresent() ? new Found(each, placeholders.get()) : best;
        }
        return Optional.ofNullable(best);
    }
}
