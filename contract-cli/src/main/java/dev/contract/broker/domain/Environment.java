package dev.contract.broker.domain;

import dev.contract.core.json.JsonArray;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place that versions are deployed to or released for. */
public record Environment(long id, String uuid, Details details, Instant createdAt, Instant updatedAt) {

    /** What people say about an environment. */
    public record Details(EnvironmentName name, @Nullable String displayName, boolean production, JsonArray contacts) {}

    public EnvironmentName name() {
        return details.name();
    }

    /** The display name, or the name where there is none. */
    public String displayName() {
        String shown = details.displayName();
        return shown == null ? name().value() : shown;
    }

    @Override
    public String toString() {
        return name().value();
    }
}
