package dev.contract.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Values;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages bytes and JSON trees, with a liking for what hurts readers. One thread at a time. */
public final class Mutator {
    private static final int LARGEST = 200_000;

    private static final List<String> TOKENS = List.of(
            "\0",
            "\r\n",
            "\r\n\r\n",
            "--x",
            "--x--",
            "\"",
            "'",
            "\\",
            "\\u0000",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            "[[[[",
            "{\"a\":",
            ",",
            ":",
            "null",
            "true",
            "-0",
            "1e999999999",
            "-1E-99999",
            "0x10",
            "NaN",
            "99999999999999999999",
            "<",
            ">",
            "</a>",
            "<a>",
            "<a:b>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<?xml version='1.0' encoding='UTF-16'?>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]>",
            "&b;",
            "&#0;",
            "&#x110000;",
            "&amp;",
            " xmlns:a='b'",
            "%",
            "%zz",
            "%00",
            "&",
            "=",
            "+",
            ";",
            "$",
            "$.",
            "$.*",
            "[*]",
            "['",
            "']",
            "(a+)+$",
            "(a|aa)+$",
            "(?=",
            "(?<n>",
            "\\p{",
            "[^",
            "{9999999}",
            "\\1",
            "*",
            "; charset=UTF-16",
            "; charset=nosuch",
            "; charset=\"",
            "; boundary=",
            "application/xml",
            "multipart/mixed; boundary=x",
            "text/plain; charset=US-ASCII",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "Content-Type: text/html\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Disposition: form-data; name=\"",
            "filename*=UTF-8''%",
            "yyyy-MM-dd",
            "'T",
            "VV",
            "G",
            "today + 1 week",
            "next",
            "${",
            "${a}",
            "-1",
            "2147483648",
            "\ufeff",
            "\ud83d\ude00",
            "\u0000",
            "\u202e",
            "ÿ",
            "PK\u0003\u0004");

    private final RandomGenerator random;

    public Mutator(RandomGenerator random) {
        this.random = random;
    }

    /** The bytes with one to six places changed. */
    public byte[] damaged(byte[] bytes, byte[] other) {
        byte[] damaged = bytes;
        for (int i = random.nextInt(6); i >= 0; i--) {
            damaged = damagedOnce(damaged, other);
        }
        return damaged.length > LARGEST ? Arrays.copyOf(damaged, LARGEST) : damaged;
    }

    private byte[] damagedOnce(byte[] bytes, byte[] other) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + 1 + (int) Math.pow(2, random.nextDouble(12)));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes, from);
            case 1 -> spliced(bytes, from, new byte[0], to);
            case 2 -> spliced(bytes, from, Values.one(random, TOKENS).getBytes(UTF_8), from);
            case 3 -> spliced(bytes, from, Values.one(random, TOKENS).getBytes(UTF_8), to);
            case 4 -> spliced(bytes, from, Arrays.copyOfRange(bytes, from, to), from);
            case 5 -> Arrays.copyOf(bytes, from);
            case 6 -> spliced(bytes, from, pieceOf(other), to);
            default -> spliced(bytes, from, repeated(Arrays.copyOfRange(bytes, from, Math.min(to, from + 20))), from);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        if (at < copy.length) {
            copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] spliced(byte[] bytes, int from, byte[] inserted, int to) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + inserted.length);
        joined.write(bytes, 0, from);
        joined.writeBytes(inserted);
        joined.write(bytes, to, bytes.length - to);
        return joined.toByteArray();
    }

    private byte[] pieceOf(byte[] other) {
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(200)));
    }

    /** A few times, or as often as it takes to be large: nesting and long rows are made of this. */
    private byte[] repeated(byte[] piece) {
        int times = (int) Math.pow(2, random.nextDouble(Values.chance(random, 10) ? 13 : 6));
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (int i = 0; i < times && row.size() < LARGEST; i++) {
            row.writeBytes(piece);
        }
        return row.toByteArray();
    }

    public String damaged(String text) {
        return new String(damaged(text.getBytes(UTF_8), text.getBytes(UTF_8)), UTF_8);
    }

    /** The tree with one to three values or names changed; it stays JSON. */
    public JsonValue damaged(JsonValue tree, JsonValue other) {
        JsonValue damaged = tree;
        for (int i = random.nextInt(3); i >= 0; i--) {
            damaged = damagedSomewhere(damaged, other);
        }
        return damaged;
    }

    private JsonValue damagedSomewhere(JsonValue value, JsonValue other) {
        boolean here = Values.chance(random, 12);
        if (!here && value instanceof JsonObject object && !object.isEmpty()) {
            return damagedInside(object, other);
        }
        if (!here && value instanceof JsonArray array && !array.isEmpty()) {
            return damagedInside(array, other);
        }
        return replacement(value, other);
    }

    private JsonObject damagedInside(JsonObject object, JsonValue other) {
        int chosen = random.nextInt(object.size());
        JsonObject.Builder copy = JsonObject.builder();
        int way = random.nextInt(10);
        for (int i = 0; i < object.size(); i++) {
            String name = object.nameAt(i);
            JsonValue value = object.valueAt(i);
            if (i != chosen) {
                copy.put(name, value);
            } else if (way == 0) {
                copy.put(damaged(name), value);
            } else if (way > 1) {
                copy.put(name, damagedSomewhere(value, other));
            }
        }
        return copy.build();
    }

    private JsonArray damagedInside(JsonArray array, JsonValue other) {
        List<JsonValue> copy = new ArrayList<>(array.elements());
        int chosen = random.nextInt(copy.size());
        switch (random.nextInt(8)) {
            case 0 -> copy.remove(chosen);
            case 1 -> copy.add(chosen, copy.get(random.nextInt(copy.size())));
            default -> copy.set(chosen, damagedSomewhere(copy.get(chosen), other));
        }
        return JsonArray.of(copy);
    }

    private JsonValue replacement(JsonValue value, JsonValue other) {
        return switch (random.nextInt(8)) {
            case 0 -> Values.json(random);
            case 1 ->
                JsonNumber.parse(Values.one(random, "0", "-1", "1.5", "1e9", "2147483648", "100000", "1e999999999"));
            case 2 -> JsonString.of(Values.one(random, TOKENS));
            case 3 -> somewhereIn(other);
            case 4 -> JsonArray.of(value, value);
            case 5 -> JsonObject.of(Values.one(random, "a", "match", "type", "content", "$", "rules"), value);
            default -> value instanceof JsonString string ? JsonString.of(damaged(string.text())) : Values.json(random);
        };
    }

    private JsonValue somewhereIn(JsonValue tree) {
        JsonValue at = tree;
        while (!Values.chance(random, 4)) {
            if (at instanceof JsonObject object && !object.isEmpty()) {
                at = object.valueAt(random.nextInt(object.size()));
            } else if (at instanceof JsonArray array && !array.isEmpty()) {
                at = array.get(random.nextInt(array.size()));
            }
        }
        return at;
    }
}
