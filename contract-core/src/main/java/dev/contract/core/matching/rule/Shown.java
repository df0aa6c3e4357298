package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import dev.contract.core.problem.Shortened;
import java.util.StringJoiner;

/** Values as the sentences of mismatches show them. Long ones are cut. */
public final class Shown {
    private static final int LONGEST = 400;

    private Shown() {}

    /** A value and its type: {@code 'a' (String)}, {@code 100 (Integer)}, {@code ["b"] (Array)}. */
    public static String typed(JsonValue value) {
        return value(value) + " (" + type(value) + ")";
    }

    /** A value: a string in single quotes, anything else as compact JSON with sorted keys. */
    public static String value(JsonValue value) {
        return value instanceof JsonString string ? quoted(string.text()) : json(value);
    }

    /** Compact JSON with sorted keys. */
    public static String json(JsonValue value) {
        return cut(JsonWriter.canonical(value));
    }

    /** A text in single quotes. */
    public static String quoted(String text) {
        return "'" + cut(text) + "'";
    }

    /** Values as a list: {@code [1, 2, 3]}. */
    public static String list(Iterable<?> values) {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        int length = 0;
        for (Object value : values) {
            if (length > LONGEST) {
                list.add("…");
                break;
            }
            String text =
                    value instanceof JsonValue json && !(json instanceof JsonString) ? json(json) : cut(text(value));
            list.add(text);
            length += text.length();
        }
        return list.toString();
    }

    private static String text(Object value) {
        return value instanceof JsonString string ? "\"" + string.text() + "\"" : String.valueOf(value);
    }

    /** The type of a value in the words of the Pact tools. */
    public static String type(JsonValue value) {
        return switch (value.kind()) {
            case OBJECT -> "Object";
            case ARRAY -> "Array";
            case STRING -> "String";
            case NUMBER -> ((JsonNumber) value).isInteger() ? "Integer" : "Decimal";
            case BOOLEAN -> "Boolean";
            case NULL -> "Null";
        };
    }

    /** A text, its end replaced by its length when it is long. */
    public static String cut(String text) {
        return Shortened.to(LONGEST, text);
    }
}
