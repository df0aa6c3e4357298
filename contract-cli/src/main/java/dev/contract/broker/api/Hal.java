package dev.contract.broker.api;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a HAL document: its own properties, then what it embeds, then its links. One thread at a time. */
final class Hal {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private final JsonObject.Builder properties = JsonObject.builder();
    private final JsonObject.Builder embedded = JsonObject.builder();
    private final JsonObject.Builder links = JsonObject.builder();
    private boolean embedding;
    private boolean linked;

    /** A property; null leaves it out. */
    Hal put(String name, @Nullable String text) {
        return text == null ? this : put(name, JsonString.of(text));
    }

    Hal put(String name, boolean flag) {
        return put(name, JsonBoolean.of(flag));
    }

    Hal put(String name, long number) {
        properties.put(name, number);
        return this;
    }

    /** A time as ISO 8601 with offset; null leaves it out. */
    Hal put(String name, @Nullable Instant time) {
        return time == null ? this : put(name, time(time));
    }

    Hal put(String name, JsonValue value) {
        properties.put(name, value);
        return this;
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    Hal embed(String name, JsonValue value) {
        embedded.put(name, value);
        embedding = true;
        return this;
    }

    Hal embed(String name, List<JsonObject> documents) {
        return embed(name, JsonArray.of(documents));
    }

    Hal self(String href) {
        return link("self", Link.to(href));
    }

    Hal link(String relation, String href) {
        return link(relation, Link.to(href));
    }

    Hal template(String relation, String href) {
        return link(relation, Link.template(href));
    }

    Hal link(String relation, Link link) {
        return link(relation, link.json());
    }

    Hal link(String relation, JsonValue value) {
        links.put(relation, value);
        linked = true;
        return this;
    }

    /** A relation of several targets: an array, even with one element or none. */
    Hal links(String relation, List<Link> targets) {
        return link(relation, JsonArray.of(targets.stream().map(Link::json).toList()));
    }

    JsonObject build() {
        if (embedding) {
            properties.put("_embedded", embedded.build());
        }
        if (linked) {
            properties.put("_links", links.build());
        }
        return properties.build();
    }
}
