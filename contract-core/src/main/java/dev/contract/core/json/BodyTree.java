package dev.contract.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/**
 * Builds trees of bodies, without positions and as fast as a tree can be had.
 *
 * <p>Entries are collected on one stack for the whole document and leave it as arrays of exactly their number. Objects of the same
 * names in the same order, as lists have them, share the array of names. One thread at a time.
 */
final class BodyTree {
    /** From here on, names are looked up rather than compared with each other: a hostile object may have a million of them. */
    private static final int MANY = 32;

    private static final String[] NO_NAMES = {};

    private final JsonParser parser;
    private String[] names = new String[64];
    private JsonValue[] values = new JsonValue[64];
    private int top;

    /** The names of the last object at each depth. */
    private String[][] shapes = {NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES};

    private int depth;

    BodyTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that starts with a token. */
    JsonValue value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonString(parser.getText(), null);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText(), null);
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("the parser let " + token + " through");
        };
    }

    private JsonArray array() throws IOException {
        int start = top;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            JsonValue element = value(token);
            reserve();
            values[top++] = element;
        }
        JsonArray array = new JsonArray(Arrays.copyOfRange(values, start, top), null);
        top = start;
        return array;
    }

    private JsonObject object() throws IOException {
        int start = top;
        String[] likely = enter();
        boolean asBefore = true;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonValue value = value(parser.nextToken());
            int count = top - start;
            asBefore = asBefore && count < likely.length && likely[count].equals(name);
            if (count == MANY && !asBefore) {
                return large(start, name, value);
            }
            if (asBefore || !replaces(start, name, value)) {
                push(name, value);
            }
        }
        return leave(start, likely, asBefore);
    }

    private String[] enter() {
        if (depth == shapes.length) {
            shapes = Arrays.copyOf(shapes, depth * 2);
            Arrays.fill(shapes, depth, shapes.length, NO_NAMES);
        }
        return shapes[depth++];
    }

    private JsonObject leave(int start, String[] likely, boolean asBefore) {
        int count = top - start;
        boolean shared = asBefore && likely.length == count;
        String[] own = shared ? likely : Arrays.copyOfRange(names, start, top);
        shapes[--depth] = own;
        JsonObject object = JsonObject.ofParsed(own, Arrays.copyOfRange(values, start, top));
        top = start;
        return object;
    }

    /** The last of several values of a name wins, at the place of the first. */
    private boolean replaces(int start, String name, JsonValue value) {
        for (int i = start; i < top; i++) {
            if (names[i].equals(name)) {
                values[i] = value;
                return true;
            }
        }
        return false;
    }

    private JsonObject large(int start, String next, JsonValue value) throws IOException {
        JsonObject.Builder object = new JsonObject.Builder();
        for (int i = start; i < top; i++) {
            object.put(names[i], values[i]);
        }
        top = start;
        object.put(next, value);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            object.put(name, value(parser.nextToken()));
        }
        depth--;
        return object.build();
    }

    private void push(String name, JsonValue value) {
        reserve();
        names[top] = name;
        values[top++] = value;
    }

    private void reserve() {
        if (top == values.length) {
            names = Arrays.copyOf(names, top * 2);
            values = Arrays.copyOf(values, top * 2);
        }
    }
}
