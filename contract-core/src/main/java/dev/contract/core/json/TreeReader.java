package dev.contract.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds trees as fast as a tree can be had, with the places of all values or without.
 *
 * <p>Entries are collected on one stack for the whole document and leave it as arrays of exactly their number. Objects of the same
 * names in the same order, as lists have them, share the array of names. One thread at a time.
 */
final class TreeReader {
    /** From here on, names are looked up rather than compared with each other: a hostile object may have a million of them. */
    private static final int MANY = 32;

    private static final String[] NO_NAMES = {};

    private final JsonParser parser;
    private final @Nullable String source;
    private final List<Problem> problems = new ArrayList<>();
    private String[] names = new String[16];
    private JsonValue[] values = new JsonValue[16];
    private int top;

    /** The names of the last object at each depth. */
    private String[][] shapes = {NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES, NO_NAMES};

    private int depth;

    /** @param source what places call the text; null for values without places */
    TreeReader(JsonParser parser, @Nullable String source) {
        this.parser = parser;
        this.source = source;
    }

    /** Names that stand twice, with their places; none where places are not asked for. */
    List<Problem> problems() {
        return problems;
    }

    /** The value that starts with a token. */
    JsonValue value(JsonToken token) throws IOException {
        Location place = here();
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> new JsonString(parser.getText(), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText(), place);
            case VALUE_TRUE -> place == null ? JsonBoolean.TRUE : new JsonBoolean(true, place);
            case VALUE_FALSE -> place == null ? JsonBoolean.FALSE : new JsonBoolean(false, place);
            case VALUE_NULL -> place == null ? JsonNull.NULL : new JsonNull(place);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("the parser let " + token + " through");
        };
    }

    private @Nullable Location here() {
        if (source == null) {
            return null;
        }
        JsonLocation at = parser.currentTokenLocation();
        return new Location(source, at.getLineNr(), at.getColumnNr());
    }

    private JsonArray array(@Nullable Location place) throws IOException {
        int start = top;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            JsonValue element = value(token);
            reserve();
            values[top++] = element;
        }
        JsonArray array = new JsonArray(Arrays.copyOfRange(values, start, top), place);
        top = start;
        return array;
    }

    private JsonObject object(@Nullable Location place) throws IOException {
        int start = top;
        String[] likely = enter();
        boolean asBefore = true;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int count = top - start;
            asBefore = asBefore && count < likely.length && likely[count].equals(name);
            if (count == MANY && !asBefore) {
                return large(start, name, place);
            }
            put(name, asBefore ? -1 : find(start, name));
        }
        return leave(start, likely, asBefore, place);
    }

    /** The last of several values of a name wins, at the place of the first. */
    private void put(String name, int known) throws IOException {
        if (known < 0) {
            JsonValue value = value(parser.nextToken());
            reserve();
            names[top] = name;
            values[top++] = value;
        } else {
            tellTwice(name);
            values[known] = value(parser.nextToken());
        }
    }

    private String[] enter() {
        if (depth == shapes.length) {
            shapes = Arrays.copyOf(shapes, depth * 2);
            Arrays.fill(shapes, depth, shapes.length, NO_NAMES);
        }
        return shapes[depth++];
    }

    private JsonObject leave(int start, String[] likely, boolean asBefore, @Nullable Location place) {
        int count = top - start;
        boolean shared = asBefore && likely.length == count;
        String[] own = shared ? likely : Arrays.copyOfRange(names, start, top);
        shapes[--depth] = own;
        JsonObject object = JsonObject.ofParsed(own, Arrays.copyOfRange(values, start, top), place);
        top = start;
        return object;
    }

    /** Where on the stack the entry of this name is; -1 when there is none. */
    private int find(int start, String name) {
        for (int i = start; i < top; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private JsonObject large(int start, String next, @Nullable Location place) throws IOException {
        JsonObject.Builder object = new JsonObject.Builder().at(place);
        for (int i = start; i < top; i++) {
            object.put(names[i], values[i]);
        }
        top = start;
        for (String name = next; name != null; name = parser.nextFieldName()) {
            if (object.has(name)) {
                tellTwice(name);
            }
            object.put(name, value(parser.nextToken()));
        }
        depth--;
        return object.build();
    }

    private void tellTwice(String name) {
        Location place = here();
        if (place != null) {
            problems.add(Problem.error("CONTRACT-JSON", "the name " + Quoted.text(name) + " stands twice in one object")
                    .at(place)
                    .found("the second of them")
                    .mend("remove one of the two"));
        }
    }

    private void reserve() {
        if (top == values.length) {
            names = Arrays.copyOf(names, top * 2);
            values = Arrays.copyOf(values, top * 2);
        }
    }
}
