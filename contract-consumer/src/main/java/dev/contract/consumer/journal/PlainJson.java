package dev.contract.consumer.journal;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the plain values that a test compares with. */
final class PlainJson {
    /** Longer integers would cost more than any test wants to know. */
    private static final int MOST_DIGITS = 1_000;

    private PlainJson() {}

    static @Nullable Object of(JsonValue value) {
        return switch (value.kind()) {
            case OBJECT -> map((JsonObject) value);
            case ARRAY -> list((JsonArray) value);
            case STRING -> value.text();
            case NUMBER -> number((JsonNumber) value);
            case BOOLEAN -> ((JsonBoolean) value).value();
            case NULL -> null;
        };
    }

    private static Map<String, @Nullable Object> map(JsonObject object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.forEach((name, each) -> map.put(name, of(each)));
        return Collections.unmodifiableMap(map);
    }

    private static List<@Nullable Object> list(JsonArray array) {
        List<@Nullable Object> list = new ArrayList<>();
        array.forEach(each -> list.add(of(each)));
        return Collections.unmodifiableList(list);
    }

    private static Number number(JsonNumber number) {
        if (!number.isInteger() || number.text().length() > MOST_DIGITS) {
            return number.decimal();
        }
        BigInteger whole = new BigInteger(number.text());
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
