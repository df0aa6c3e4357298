package dev.contract.draft;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Values;
import dev.contract.core.model.RulePath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A schema made at random, which makes documents at random. */
final class RandomSchema {
    private static final List<String> SCALARS = List.of(
            "integer",
            "decimal",
            "number",
            "boolean",
            "text",
            "enum",
            "uuid",
            "date",
            "datetime",
            "time",
            "email",
            "uri",
            "ipv4",
            "semver",
            "base64");

    private static final List<String> NAMES = List.of(
            "id",
            "name",
            "status",
            "created",
            "total",
            "items",
            "owner",
            "address",
            "tags",
            "score",
            "note",
            "size",
            "first-name",
            "größe",
            "a.b",
            "@type");

    private final String kind;
    private final double nulls;
    private final List<String> words;
    private final Map<String, Property> properties;
    private final RandomSchema element;

    /** A field, and how often it is missing. */
    record Property(RandomSchema schema, double missing) {}

    private RandomSchema(RandomGenerator random, int depth, String kind) {
        this.kind = kind;
        this.nulls = depth > 0 && Values.chance(random, 4) ? 0.15 + random.nextDouble() * 0.35 : 0;
        this.words = new ArrayList<>();
        this.properties = new LinkedHashMap<>();
        if (kind.equals("enum")) {
            int count = 2 + random.nextInt(5);
            List.of("NEW", "PAID", "SHIPPED", "LOST", "RETURNED", "CLOSED")
                    .subList(0, count)
                    .forEach(words::add);
        }
        if (kind.equals("object")) {
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                double missing = Values.chance(random, 3) ? 0.15 + random.nextDouble() * 0.45 : 0;
                properties.put(Values.one(random, NAMES), new Property(of(random, depth + 1), missing));
            }
        }
        this.element = kind.equals("array") ? of(random, depth + 1) : null;
    }

    static RandomSchema of(RandomGenerator random) {
        return new RandomSchema(random, 0, "object");
    }

    private static RandomSchema of(RandomGenerator random, int depth) {
        String kind = depth < 4 && Values.chance(random, 3)
                ? Values.one(random, "object", "array")
                : Values.one(random, SCALARS);
        return new RandomSchema(random, depth, kind);
    }

    /** The kinds of all places by their paths, as a contract spells them. */
    void describe(String path, Map<String, String> kinds, Set<String> optional, Set<String> nullable) {
        kinds.put(path, kind);
        if (nulls > 0) {
            nullable.add(path);
        }
        properties.forEach((name, property) -> {
            String at = path + RulePath.step(name);
            if (property.missing() > 0) {
                optional.add(at);
            }
            property.schema().describe(at, kinds, optional, nullable);
        });
        if (element != null) {
            element.describe(path + "[*]", kinds, optional, nullable);
        }
    }

    JsonValue document(RandomGenerator random) {
        if (random.nextDouble() < nulls) {
            return JsonNull.NULL;
        }
        return switch (kind) {
            case "object" -> object(random);
            case "array" -> JsonArray.of(Values.list(random, 4, element::document));
            case "integer" -> JsonNumber.of(random.nextInt(-1000, 100_000));
            case "decimal" -> decimal(random);
            case "number" -> random.nextBoolean() ? decimal(random) : JsonNumber.of(random.nextInt(1000));
            case "boolean" -> JsonBoolean.of(random.nextBoolean());
            default -> JsonString.of(text(random));
        };
    }

    private JsonValue object(RandomGenerator random) {
        JsonObject.Builder object = JsonObject.builder();
        properties.forEach((name, property) -> {
            if (random.nextDouble() >= property.missing()) {
                object.put(name, property.schema().document(random));
            }
        });
        return object.build();
    }

    private static JsonNumber decimal(RandomGenerator random) {
        return JsonNumber.of(BigDecimal.valueOf(random.nextInt(-9999, 999_999), 2));
    }

    private String text(RandomGenerator random) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000));
        LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(86_400));
        String clock = String.format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        return switch (kind) {
            case "enum" -> Values.one(random, words);
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> day.toString();
            case "datetime" -> day + "T" + clock + (random.nextBoolean() ? "Z" : "+02:00");
            case "time" -> clock;
            case "email" -> Values.word(random) + "@" + Values.one(random, "example.com", "mail.example.org");
            case "uri" -> "https://example.com/" + Values.word(random);
            case "ipv4" -> random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + ".7";
            case "semver" -> random.nextInt(9) + "." + random.nextInt(20) + "." + random.nextInt(99);
            case "base64" -> Base64.getEncoder().encodeToString(Values.bytes(random));
            default -> Values.word(random) + " " + Values.word(random);
        };
    }
}
