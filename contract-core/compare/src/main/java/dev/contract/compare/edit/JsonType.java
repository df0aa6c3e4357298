package dev.contract.compare.edit;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a value may become, as OpenAPI calls types: itself where it is of the type, what its text says where that is, else any other. */
public enum JsonType {
    STRING {
        @Override
        JsonValue of(JsonValue value) {
            return value instanceof JsonString ? value : JsonString.of(value.text());
        }
    },
    INTEGER {
        @Override
        JsonValue of(JsonValue value) {
            return parsed(value, JsonNumber::isInteger).orElse(JsonNumber.of(1));
        }
    },
    /** One with a fraction: nobody who changes a type to this means whole numbers only. */
    NUMBER {
        @Override
        JsonValue of(JsonValue value) {
            return parsed(value, number -> !number.isInteger()).orElse(JsonNumber.parse("1.5"));
        }
    },
    BOOLEAN {
        @Override
        JsonValue of(JsonValue value) {
            return value instanceof JsonBoolean
                    ? value
                    : JsonBoolean.of(!value.text().equals("false"));
        }
    },
    OBJECT {
        @Override
        JsonValue of(JsonValue value) {
            return value instanceof JsonObject ? value : JsonObject.EMPTY;
        }
    },
    /** What was one value becomes a list of it. */
    ARRAY {
        @Override
        JsonValue of(JsonValue value) {
            return value instanceof JsonArray ? value : JsonArray.of(value);
        }
    },
    NULL {
        @Override
        JsonValue of(JsonValue value) {
            return JsonNull.NULL;
        }
    };

    /** A value of this type in place of another. */
    abstract JsonValue of(JsonValue value);

    /** A number, or a text that is one, if it is of such a kind. */
    private static Optional<JsonValue> parsed(JsonValue value, Predicate<JsonNumber> wanted) {
        try {
            JsonNumber number = value instanceof JsonNumber known ? known : JsonNumber.parse(value.text());
            return Optional.<JsonValue>of(number).filter(any -> wanted.test(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static JsonType typeOf(JsonValue value) {
        return value instanceof JsonNumber number && number.isInteger()
                ? INTEGER
                : valueOf(value.kind().name());
    }

    public static Optional<JsonType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.toString().equals(name))
                .findFirst();
    }

    /** The names of all types. */
    public static List<String> names() {
        return Arrays.stream(values()).map(JsonType::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
