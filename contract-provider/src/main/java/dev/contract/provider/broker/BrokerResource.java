package dev.contract.provider.broker;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the broker at a path that clients are expected to know.
 *
 * <p>Every method takes what is being done, for messages ({@code describe the version}), and throws a {@link BrokerException} if the broker
 * cannot be reached or says no.
 */
public final class BrokerResource {
    private final Hal hal;
    private final String url;

    BrokerResource(Hal hal, String url) {
        this.hal = hal;
        this.url = url;
    }

    /** With one more parameter in its query; without it where the value is null. */
    public BrokerResource with(String name, @Nullable String value) {
        return value == null
                ? this
                : new BrokerResource(
                        hal, url + (url.indexOf('?') < 0 ? "?" : "&") + Link.segment(name) + "=" + Link.segment(value));
    }

    public JsonObject get(String task) {
        return hal.get(task, url).json();
    }

    /** As {@link #get}; empty when the broker does not know it. */
    public Optional<JsonObject> find(String task) {
        return hal.find(task, url).map(HalDocument::json);
    }

    /** The objects of an embedded list. */
    public List<JsonObject> list(String task, String name) {
        return hal.get(task, url).embedded(name);
    }

    /** The targets of a relation. */
    public List<String> targets(String task, String relation) {
        return hal.get(task, url).links(relation).stream().map(Link::href).toList();
    }

    public JsonObject put(String task, JsonValue body) {
        return hal.put(task, url, body).json();
    }

    public JsonObject post(String task, JsonValue body) {
        return hal.post(task, url, body).json();
    }

    /** Changes only what is in the body. */
    public JsonObject patch(String task, JsonValue body) {
        return hal.patch(task, url, body).json();
    }

    /** Whether there was anything to delete. */
    public boolean delete(String task) {
        return hal.delete(task, url);
    }
}
