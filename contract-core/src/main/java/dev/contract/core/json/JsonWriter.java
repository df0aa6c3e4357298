package dev.contract.core.json;

import java.util.TreeMap;

/**
 * Writes {@link JsonValue}s as text: equal input gives equal text, on every machine.
 *
 * <p>Thread-safe: nothing is kept between calls.
 */
public final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out;
    private final boolean pretty;
    private final boolean sorted;
    private int depth;

    private JsonWriter(StringBuilder out, boolean pretty, boolean sorted) {
        this.out = out;
        this.pretty = pretty;
        this.sorted = sorted;
    }

    /** One line without blanks, names in their order. */
    public static String compact(JsonValue value) {
        return write(value, false, false);
    }

    /** One line without blanks, the names of every object sorted by code unit: equal for equal values. */
    public static String canonical(JsonValue value) {
        return write(value, false, true);
    }

    /** Indented by two blanks, lines ended by {@code \n}, names in their order, no line end after the value. */
    public static String pretty(JsonValue value) {
        return write(value, true, false);
    }

    /**
     * Indented as {@link #pretty}, but objects and arrays that fit into a line of 100 characters stand on one, with a blank after each
     * colon and comma.
     */
    public static String folded(JsonValue value) {
        return new FoldedJson().write(value);
    }

    private static String write(JsonValue value, boolean pretty, boolean sorted) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out, pretty, sorted).value(value);
        return out.toString();
    }

    private void value(JsonValue value) {
        switch (value.kind()) {
            case OBJECT -> object((JsonObject) value);
            case ARRAY -> array((JsonArray) value);
            case STRING -> string(((JsonString) value).text());
            case NUMBER -> out.append(((JsonNumber) value).text());
            case BOOLEAN -> out.append(((JsonBoolean) value).value());
            case NULL -> out.append("null");
        }
    }

    private void object(JsonObject object) {
        JsonObject ordered = sorted ? sortedByName(object) : object;
        open('{');
        for (int i = 0; i < ordered.size(); i++) {
            separate(i);
            string(ordered.nameAt(i));
            out.append(pretty ? ": " : ":");
            value(ordered.valueAt(i));
        }
        close('}', ordered.isEmpty());
    }

    private void array(JsonArray array) {
        open('[');
        for (int i = 0; i < array.size(); i++) {
            separate(i);
            value(array.get(i));
        }
        close(']', array.isEmpty());
    }

    private static JsonObject sortedByName(JsonObject object) {
        TreeMap<String, JsonValue> entries = new TreeMap<>();
        object.forEach(entries::put);
        return JsonObject.of(entries);
    }

    private void open(char bracket) {
        out.append(bracket);
        depth++;
    }

    private void separate(int position) {
        if (position > 0) {
            out.append(',');
        }
        newLine();
    }

    private void close(char bracket, boolean empty) {
        depth--;
        if (!empty) {
            newLine();
        }
        out.append(bracket);
    }

    private void newLine() {
        if (pretty) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void string(String text) {
        string(out, text);
    }

    /** A string with its quotes and escapes. */
    static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                out.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                escape(out, c);
            }
        }
        out.append('"');
    }

    /** Lone surrogates included: written raw, an encoder would turn them into question marks. */
    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((c >> shift) & 15));
                }
            }
        }
    }
}
