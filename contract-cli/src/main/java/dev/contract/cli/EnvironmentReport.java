package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.Facts;

/** One environment for people. */
final class EnvironmentReport {
    private EnvironmentReport() {}

    static String of(JsonObject environment) {
        return new Facts(environment.string("name").orElse(""))
                .add("uuid", environment.string("uuid").orElse(null))
                .add("display name", environment.string("displayName").orElse(null))
                .add(
                        "production",
                        environment
                                .get("production")
                                .map(value -> value.toJson())
                                .orElse(null))
                .add(
                        "contacts",
                        environment
                                .array("contacts")
                                .filter(contacts -> contacts.size() > 0)
                                .map(contacts -> contacts.toJson())
                                .orElse(null))
                .add("created", environment.string("createdAt").orElse(null))
                .toString();
    }
}
