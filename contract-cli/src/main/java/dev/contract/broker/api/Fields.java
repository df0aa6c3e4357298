package dev.contract.broker.api;

import dev.contract.broker.domain.Refusal;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a body, and collects everything that is wrong with them before anything is done. One thread at a time. */
final class Fields {
    private final JsonObject body;
    private final String place;
    private final Map<String, List<String>> errors;

    Fields(JsonObject body) {
        this(body, "", new LinkedHashMap<>());
    }

    private Fields(JsonObject body, String place, Map<String, List<String>> errors) {
        this.body = body;
        this.place = place;
        this.errors = errors;
    }

    /** The fields of an object inside, empty if there is none; what is wrong with them is wrong with the whole. */
    Fields inside(String name) {
        JsonObject object = as(name, JsonValue::asObject, "is not an object").orElse(JsonObject.EMPTY);
        return new Fields(object, place + name + ".", errors);
    }

    boolean has(String name) {
        return body.has(name);
    }

    /** A value that is there and not null. */
    Optional<JsonValue> value(String name) {
        return body.get(name).filter(value -> !(value instanceof JsonNull));
    }

    Optional<String> text(String name) {
        Optional<String> text = as(name, JsonValue::asString, "is not a text");
        if (text.filter(each -> each.indexOf('\0') >= 0).isPresent()) {
            error(name, "has a NUL character");
            return Optional.empty();
        }
        return text;
    }

    /** A text of one line with at most 255 characters; empty for a blank one. */
    Optional<String> line(String name) {
        Optional<String> line = text(name).filter(text -> !text.isBlank());
        if (line.filter(text -> text.length() > 255 || text.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            error(name, "is longer than 255 characters, or more than one line");
        }
        return line;
    }

    Optional<Boolean> flag(String name) {
        return as(name, JsonValue::asBoolean, "is neither true nor false");
    }

    Optional<JsonArray> list(String name) {
        return as(name, JsonValue::asArray, "is not a list");
    }

    /** A list of names, or none; what is wrong with one says where it stands. */
    <T> List<T> names(String field, Function<String, T> parse) {
        List<JsonValue> given = list(field).map(JsonArray::elements).orElse(List.of());
        List<T> names = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String place = " (at index " + i + ")";
            Optional<String> text = given.get(i).asString();
            if (text.isEmpty()) {
                error(field, "is not a text" + place);
            }
            text.flatMap(each -> parsed(field, each, place, parse)).ifPresent(names::add);
        }
        return names;
    }

    private <T> Optional<T> as(String name, Function<JsonValue, Optional<T>> kind, String otherwise) {
        Optional<JsonValue> value = value(name);
        Optional<T> read = value.flatMap(kind);
        if (value.isPresent() && read.isEmpty()) {
            error(name, otherwise);
        }
        return read;
    }

    /** A text that is the value of a name, or nothing. */
    <T> Optional<T> name(String field, Function<String, T> parse) {
        return text(field).flatMap(text -> parsed(field, text, "", parse));
    }

    private <T> Optional<T> parsed(String field, String text, String place, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            error(field, predicate(e.getMessage()) + place);
            return Optional.empty();
        }
    }

    /** What is wrong with a name, of which the field says already which one it is: {@code is blank}. */
    static String predicate(@Nullable String sentence) {
        return String.valueOf(sentence).replaceFirst("^the [a-z ]{1,30}? (?=(is|has) )", "");
    }

    /** As {@link #name}; its absence is an error. */
    <T> Optional<T> requiredName(String field, Function<String, T> parse) {
        require(field);
        return name(field, parse);
    }

    Optional<Boolean> requiredFlag(String name) {
        require(name);
        return flag(name);
    }

    void require(String name) {
        if (value(name).isEmpty()) {
            error(name, "is missing");
        }
    }

    void error(String field, String text) {
        errors.computeIfAbsent(place + field, key -> new ArrayList<>()).add(text);
    }

    Map<String, List<String>> errors() {
        return errors;
    }

    /**
     * Goes on only when nothing was wrong so far.
     *
     * @throws Refusal with everything that was
     */
    void check() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
