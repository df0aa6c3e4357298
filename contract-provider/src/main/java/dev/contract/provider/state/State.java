package dev.contract.provider.state;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that brings the provider into a state.
 *
 * <pre>{@code
 * @State("user {id} exists")
 * Map<String, Object> userExists(StateCall state) {
 *     User saved = users.save(state.string("id"));
 *     return Map.of("userKey", saved.key());
 * }
 *
 * @State(value = "user {id} exists", action = StateAction.TEARDOWN)
 * void removeUser(StateCall state) { … }
 * }</pre>
 *
 * <p>The method takes nothing, a {@link StateCall}, or a {@code Map<String, Object>} of the parameters. What it returns, a map, a
 * record or a {@link dev.contract.core.json.JsonObject}, is there for the generators of the interaction. It may have any visibility.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface State {
    /** The states, as contracts name them; {@code {name}} stands for any text, {@code ""} for interactions without a state. */
    String[] value();

    /** Whether the method sets the state up or takes it down. */
    StateAction action() default StateAction.SETUP;
}
