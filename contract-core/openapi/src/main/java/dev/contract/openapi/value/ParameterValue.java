package dev.contract.openapi.value;

import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.Parameter.In;
import dev.contract.openapi.document.Parameter.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the texts of a parameter say, by its style. */
final class ParameterValue {
    private ParameterValue() {}

    /** @param texts those that were given, at least one */
    static JsonValue of(Parameter parameter, List<String> texts) {
        String text = String.join(",", texts);
        if (parameter.isJson()) {
            return json(text);
        }
        Set<String> types = SchemaTypes.of(parameter.schema());
        if (types.contains("array")) {
            return TextValue.array(elements(parameter, texts), parameter.schema());
        }
        if (types.contains("object") && parameter.in() != In.QUERY) {
            return TextValue.object(entries(parameter, unmarked(parameter, text)), parameter.schema());
        }
        boolean repeats = texts.size() > 1 && (parameter.in() == In.QUERY || parameter.in() == In.FORM);
        return repeats
                ? TextValue.array(texts, parameter.schema())
                : TextValue.of(unmarked(parameter, text), parameter.schema());
    }

    private static JsonValue json(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException e) {
            return JsonString.of(text);
        }
    }

    private static List<String> elements(Parameter parameter, List<String> texts) {
        boolean separate = parameter.in() == In.QUERY || parameter.in() == In.FORM || parameter.in() == In.COOKIE;
        if (parameter.explode() && separate) {
            return texts;
        }
        String text = unmarked(parameter, String.join(",", texts));
        String separator = parameter.style() == Style.MATRIX && parameter.explode()
                ? ";" + parameter.name() + "="
                : separator(parameter);
        return text.isEmpty() ? List.of() : List.of(text.split(Pattern.quote(separator), -1));
    }

    private static String separator(Parameter parameter) {
        return switch (parameter.style()) {
            case FORM, SIMPLE, DEEP_OBJECT -> ",";
            case SPACE -> " ";
            case PIPE -> "|";
            case TAB -> "\t";
            case LABEL -> parameter.explode() ? "." : ",";
            case MATRIX -> parameter.explode() ? ";" : ",";
        };
    }

    /** Without the mark that tells a style in a path: {@code .a}, {@code ;color=a}. */
    private static String unmarked(Parameter parameter, String text) {
        String exploded = ";" + parameter.name() + "=";
        return switch (parameter.style()) {
            case LABEL -> text.startsWith(".") ? text.substring(1) : text;
            case MATRIX ->
                text.startsWith(exploded)
                        ? text.substring(exploded.length())
                        : text.startsWith(";") ? text.substring(1) : text;
            case FORM, SIMPLE, SPACE, PIPE, TAB, DEEP_OBJECT -> text;
        };
    }

    /** {@code R,100,G,200}, or {@code R=100,G=200} where it is exploded. */
    static Map<String, String> entries(Parameter parameter, String text) {
        List<String> pieces = List.of(text.split(Pattern.quote(separator(parameter)), -1));
        Map<String, String> entries = new LinkedHashMap<>();
        if (parameter.explode()) {
            for (String piece : pieces) {
                int equals = piece.indexOf('=');
                entries.put(
                        equals < 0 ? piece : piece.substring(0, equals), equals < 0 ? "" : piece.substring(equals + 1));
            }
            return entries;
        }
        for (int i = 0; i + 1 < pieces.size(); i += 2) {
            entries.put(pieces.get(i), pieces.get(i + 1));
        }
        return entries;
    }
}
