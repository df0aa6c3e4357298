package dev.contract.provider.broker;

import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version that is, or was, deployed to an environment.
 *
 * <p>Immutable.
 *
 * @param instance which of several instances of the application; null when there is only one
 */
public record DeployedVersion(
        String pacticipant, String version, @Nullable String instance, List<Notice> notices, JsonObject json) {
    public DeployedVersion {
        notices = List.copyOf(notices);
    }

    static DeployedVersion of(JsonObject json) {
        Optional<JsonObject> embedded = json.object("_embedded");
        return new DeployedVersion(
                embedded.flatMap(each -> each.object("pacticipant"))
                        .flatMap(each -> each.string("name"))
                        .orElse(""),
                embedded.flatMap(each -> each.object("version"))
                        .flatMap(each -> each.string("number"))
                        .orElse(""),
                json.string("applicationInstance")
                        .or(() -> json.string("target"))
                        .orElse(null),
                Notice.all(json, "type"),
                json);
    }
}
