package dev.contract.provider.state;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Quoted;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a handler is asked for: a state and its parameters.
 *
 * <pre>{@code
 * verifier.state("user {id} exists", state -> users.save(state.string("id")));
 * }</pre>
 *
 * <p>A parameter is what stands in the name's placeholder, or what the contract gives with the state; the latter wins. Immutable.
 *
 * @param name in the consumer's words
 * @param parameters by name
 */
public record StateCall(String name, StateAction action, JsonObject parameters) {

    /** The parameter of this name; empty when there is none. */
    public Optional<JsonValue> value(String parameter) {
        return parameters.get(parameter);
    }

    /**
     * The text of a parameter: of a string its characters, of all else its JSON.
     *
     * @throws IllegalArgumentException if there is no such parameter
     */
    public String string(String parameter) {
        JsonValue value = required(parameter);
        return value instanceof JsonString text ? text.text() : value.toJson();
    }

    /**
     * A whole number, given as a JSON number or as text.
     *
     * @throws IllegalArgumentException if there is no such parameter, or it is no whole number of 64 bits
     */
    public long integer(String parameter) {
        String text = string(parameter);
        try {
            return JsonNumber.parse(text).decimal().longValueExact();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the parameter " + Quoted.text(parameter) + " is no whole number but " + Quoted.text(text), e);
        }
    }

    /**
     * A boolean, given as such or as text.
     *
     * @throws IllegalArgumentException if there is no such parameter, or it is neither {@code true} nor {@code false}
     */
    public boolean bool(String parameter) {
        String text = string(parameter);
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(
                    "the parameter " + Quoted.text(parameter) + " is no boolean but " + Quoted.text(text));
        }
        return text.equals("true");
    }

    /** The parameters as maps, lists, strings, {@code BigDecimal}s, booleans and nulls. */
    public Map<String, Object> toMap() {
        return PlainValues.map(parameters);
    }

    private JsonValue required(String parameter) {
        return value(parameter)
                .orElseThrow(() -> new IllegalArgumentException("the state has no parameter " + Quoted.text(parameter)
                        + (parameters.isEmpty() ? "; it has none" : "; it has " + known())));
    }

    private String known() {
        return parameters.names().stream().map(Quoted::text).collect(Collectors.joining(", "));
    }
}
