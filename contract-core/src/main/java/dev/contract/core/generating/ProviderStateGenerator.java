package dev.contract.core.generating;

import dev.contract.core.generating.GenerationContext.Mode;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code ProviderState}: a value of the provider's states.
 *
 * <p>{@code /users/${id}} is a text with values put in; an expression without braces is the name of one value. Data types turn the
 * result into what they name; {@code RAW} leaves it: a text for an expression, unless it is one value in place of an example that is no
 * text.
 */
record ProviderStateGenerator(String expression, String dataType) implements ValueGenerator {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

    /** Turns the text of a value into a value. */
    private interface Conversion {
        JsonValue of(String text);
    }

    private static final Map<String, Conversion> CONVERSIONS = Map.of(
            "STRING", JsonString::of,
            "INTEGER", ProviderStateGenerator::integer,
            "DECIMAL", ProviderStateGenerator::decimal,
            "FLOAT", ProviderStateGenerator::decimal,
            "BOOLEAN", ProviderStateGenerator::bool);

    static ProviderStateGenerator of(Parameters parameters) throws CannotGenerate {
        return new ProviderStateGenerator(parameters.required("expression"), parameters.text("dataType", "RAW"));
    }

    @Override
    public boolean appliesIn(Mode mode) {
        return mode == Mode.PROVIDER;
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) throws CannotGenerate {
        JsonValue raw = raw(example, context);
        Conversion conversion = CONVERSIONS.get(dataType);
        if (conversion == null) {
            return raw;
        }
        try {
            return conversion.of(text(raw));
        } catch (NumberFormatException e) {
            throw CannotGenerate.because(
                    "the value of " + Quoted.text(expression) + " from " + source(context) + " is no " + dataType,
                    raw.toJson(),
                    "return a value of that kind from the state's handler");
        }
    }

    private JsonValue raw(JsonValue example, GenerationContext context) throws CannotGenerate {
        if (!expression.contains("${")) {
            return value(expression, context);
        }
        Matcher whole = REFERENCE.matcher(expression);
        if (whole.matches() && !(example instanceof JsonString)) {
            return value(whole.group(1).strip(), context);
        }
        StringBuilder text = new StringBuilder();
        Matcher reference = REFERENCE.matcher(expression);
        while (reference.find()) {
            String value = text(value(reference.group(1).strip(), context));
            reference.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        reference.appendTail(text);
        return JsonString.of(text.toString());
    }

    private static JsonValue value(String name, GenerationContext context) throws CannotGenerate {
        JsonValue value = context.stateValues().find(name);
        if (value == null) {
            String key = Quoted.text(name);
            throw CannotGenerate.because(
                    "no value " + key + " from " + source(context),
                    known(context.stateValues().names()),
                    "return " + key + " from the state's handler, or give it as a parameter of the state");
        }
        return value;
    }

    private static String source(GenerationContext context) {
        List<String> names = context.stateNames();
        return switch (names.size()) {
            case 0 -> "the provider states: the interaction has none";
            case 1 -> "provider state " + Quoted.text(names.get(0));
            default -> "provider states " + list(names);
        };
    }

    private static String known(List<String> names) {
        return names.isEmpty() ? "no values" : "values for " + list(names);
    }

    private static String list(List<String> names) {
        return names.stream().map(Quoted::text).collect(Collectors.joining(", "));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.text() : value.toJson();
    }

    private static JsonValue integer(String text) {
        JsonNumber number = JsonNumber.parse(text.strip());
        if (!number.isInteger()) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static JsonValue decimal(String text) {
        return JsonNumber.parse(text.strip());
    }

    private static JsonValue bool(String text) {
        return switch (text.strip()) {
            case "true" -> JsonBoolean.TRUE;
            case "false" -> JsonBoolean.FALSE;
            default -> throw new NumberFormatException(text);
        };
    }
}
