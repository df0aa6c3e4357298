package dev.contract.core.law;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Small values made at random, with a liking for the ones that go wrong. */
public final class Values {
    private static final List<String> PIECES = List.of(
            "a", "b", "id", "Name", "0", "7", " ", "'", "\"", "\\", "/", ".", "[", "]", "['", "']", "*", "$", "&", "=",
            "+", "%", "%2F", ";", ",", ":", "é", "ß", "名", "😀", "\t", "\n", "\u0001", "\u007f", "\u2028", "{", "}",
            "null", "true", "1.0", "@id", "#text");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "1.0",
            "1.50",
            "1e2",
            "-1E-7",
            "12345678901234567890",
            "0.1000000000000000055511151231257827",
            "100");

    private Values() {}

    public static boolean chance(RandomGenerator random, int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    public static <T> T one(RandomGenerator random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    public static <T> T one(RandomGenerator random, T... values) {
        return values[random.nextInt(values.length)];
    }

    public static <T> List<T> list(RandomGenerator random, int most, Function<RandomGenerator, T> maker) {
        List<T> list = new ArrayList<>();
        int size = random.nextInt(most + 1);
        for (int i = 0; i < size; i++) {
            list.add(maker.apply(random));
        }
        return list;
    }

    /** Any text, sometimes none. */
    public static String text(RandomGenerator random) {
        return String.join("", list(random, 5, it -> one(it, PIECES)));
    }

    /** Any text of at least one character. */
    public static String name(RandomGenerator random) {
        return one(random, PIECES) + text(random);
    }

    /** Letters only. */
    public static String word(RandomGenerator random) {
        return one(random, "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta") + random.nextInt(100);
    }

    public static byte[] bytes(RandomGenerator random) {
        byte[] bytes = new byte[1 + random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    public static JsonObject object(RandomGenerator random) {
        return object(random, 2);
    }

    public static JsonValue json(RandomGenerator random) {
        return json(random, 3);
    }

    private static JsonValue json(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> JsonNull.NULL;
            case 1 -> JsonBoolean.of(random.nextBoolean());
            case 2 -> JsonNumber.parse(one(random, NUMBERS));
            case 3, 4 -> JsonString.of(chance(random, 20) ? "\ud83d" : text(random));
            case 5 -> JsonArray.of(list(random, 4, it -> json(it, depth - 1)));
            default -> object(random, depth - 1);
        };
    }

    private static JsonObject object(RandomGenerator random, int depth) {
        JsonObject.Builder object = JsonObject.builder();
        list(random, 5, Values::text).forEach(name -> object.put(name, json(random, depth)));
        return object.build();
    }
}
