package dev.contract.provider.state;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Java's own values as JSON, and back: what handlers return and what they are given. */
public final class PlainValues {
    private PlainValues() {}

    /**
     * What a handler returned.
     *
     * @throws IllegalArgumentException if it has no named values
     */
    static JsonObject returned(@Nullable Object value) {
        if (value == null) {
            return JsonObject.EMPTY;
        }
        if (json(value) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("it returned a " + value.getClass().getSimpleName()
                + ", where a map, a record or a JsonObject gives values to generators");
    }

    /** Any value of Java's own as JSON; what is none of them is its text. */
    public static JsonValue json(@Nullable Object value) {
        if (value == null) {
            return JsonNull.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Number number) {
            return JsonNumber.parse(number.toString());
        }
        if (value instanceof Boolean bool) {
            return JsonBoolean.of(bool);
        }
        if (value instanceof Optional<?> optional) {
            return json(optional.orElse(null));
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject.Builder object = JsonObject.builder();
            map.forEach((name, each) -> object.put(String.valueOf(name), json(each)));
            return object.build();
        }
        if (value instanceof Iterable<?> elements) {
            List<JsonValue> array = new ArrayList<>();
            elements.forEach(each -> array.add(json(each)));
            return JsonArray.of(array);
        }
        return value instanceof Record fields ? components(fields) : JsonString.of(value.toString());
    }

    private static JsonObject components(Record fields) {
        JsonObject.Builder object = JsonObject.builder();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                object.put(component.getName(), json(component.getAccessor().invoke(fields)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(
                        "the component " + component.getName() + " of the record it returned cannot be read", e);
            }
        }
        return object.build();
    }

    static Map<String, Object> map(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((name, value) -> map.put(name, plain(value)));
        return map;
    }

    private static @Nullable Object plain(JsonValue value) {
        return switch (value.kind()) {
            case OBJECT -> map((JsonObject) value);
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                ((JsonArray) value).forEach(each -> list.add(plain(each)));
                yield list;
            }
            case STRING -> ((JsonString) value).text();
            case NUMBER -> new BigDecimal(((JsonNumber) value).text());
            case BOOLEAN -> ((JsonBoolean) value).value();
            case NULL -> null;
        };
    }
}
