package dev.contract.provider.broker;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;

/**
 * A place where versions run, as the broker knows it.
 *
 * <p>Immutable.
 *
 * @param displayName the name for people; the plain name when there is none
 * @param production whether it serves real users
 */
public record BrokerEnvironment(String uuid, String name, String displayName, boolean production, JsonObject json) {

    static BrokerEnvironment of(JsonObject json) {
        String name = json.string("name").orElse("");
        return new BrokerEnvironment(
                json.string("uuid").orElse(""),
                name,
                json.string("displayName").orElse(name),
                json.get("production").flatMap(JsonValue::asBoolean).orElse(false),
                json);
    }
}
