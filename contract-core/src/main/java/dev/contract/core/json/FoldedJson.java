package dev.contract.core.json;

/** Lays JSON out for readers: whatever fits into a line stands on one, all else is indented by two blanks. */
final class FoldedJson {
    private static final int WIDTH = 100;

    private final StringBuilder out = new StringBuilder();
    private int lineStart;

    String write(JsonValue value) {
        value(value, 0);
        return out.toString();
    }

    private void value(JsonValue value, int depth) {
        int start = out.length();
        // one character of the line is left for the comma that may follow
        if (!inline(value, lineStart + WIDTH - 1)) {
            out.setLength(start);
            spread(value, depth);
        }
    }

    /** Writes on one line; false as soon as that line would pass the limit. Values without entries are written whatever the limit. */
    private boolean inline(JsonValue value, int limit) {
        if (value instanceof JsonObject object) {
            return inline(object, limit);
        }
        if (value instanceof JsonArray array) {
            return inline(array, limit);
        }
        scalar(value);
        return true;
    }

    private boolean inline(JsonObject object, int limit) {
        out.append('{');
        for (int i = 0; i < object.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            name(object.nameAt(i));
            if (!inline(object.valueAt(i), limit) || out.length() >= limit) {
                return false;
            }
        }
        out.append('}');
        return object.isEmpty() || out.length() <= limit;
    }

    private boolean inline(JsonArray array, int limit) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            if (!inline(array.get(i), limit) || out.length() >= limit) {
                return false;
            }
        }
        out.append(']');
        return array.isEmpty() || out.length() <= limit;
    }

    private void spread(JsonValue value, int depth) {
        if (value instanceof JsonObject object) {
            out.append('{');
            for (int i = 0; i < object.size(); i++) {
                line(i, depth + 1);
                name(object.nameAt(i));
                value(object.valueAt(i), depth + 1);
            }
            newLine(depth);
            out.append('}');
        } else if (value instanceof JsonArray array) {
            out.append('[');
            for (int i = 0; i < array.size(); i++) {
                line(i, depth + 1);
                value(array.get(i), depth + 1);
            }
            newLine(depth);
            out.append(']');
        }
    }

    private void line(int position, int depth) {
        if (position > 0) {
            out.append(',');
        }
        newLine(depth);
    }

    private void newLine(int depth) {
        out.append('\n');
        lineStart = out.length();
        out.append("  ".repeat(depth));
    }

    private void name(String name) {
        JsonWriter.string(out, name);
        out.append(": ");
    }

    private void scalar(JsonValue value) {
        if (value instanceof JsonString string) {
            JsonWriter.string(out, string.text());
        } else {
            out.append(value);
        }
    }
}
