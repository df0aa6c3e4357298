package dev.contract.provider.broker;

import dev.contract.core.body.Body;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contracts of one consumer, to be published as those of one of its versions.
 *
 * <p>Immutable.
 *
 * @param branch of the version; null when it is not known
 * @param buildUrl where the build can be looked at; null when there is no such place
 * @param merge whether interactions are added to a contract that this version has already, and not compared with it
 */
public record Publication(
        String consumer,
        String version,
        @Nullable String branch,
        List<String> tags,
        @Nullable String buildUrl,
        boolean merge,
        List<Content> contracts) {
    public Publication {
        tags = List.copyOf(tags);
        contracts = List.copyOf(contracts);
    }

    /**
     * The text of one contract.
     *
     * @param json as the file has it
     */
    public record Content(String provider, Body json) {}

    JsonObject toJson() {
        return JsonObject.builder()
                .put("pacticipantName", consumer)
                .put("pacticipantVersionNumber", version)
                .put("branch", branch == null ? JsonNull.NULL : JsonString.of(branch))
                .put("tags", JsonArray.of(tags.stream().map(JsonString::of).toList()))
                .put("buildUrl", buildUrl == null ? JsonNull.NULL : JsonString.of(buildUrl))
                .put(
                        "contracts",
                        JsonArray.of(contracts.stream().map(this::toJson).toList()))
                .build();
    }

    private JsonObject toJson(Content contract) {
        return JsonObject.builder()
                .put("consumerName", consumer)
                .put("providerName", contract.provider())
                .put("specification", "pact")
                .put("contentType", "application/json")
                .put(
                        "content",
                        Base64.getEncoder().encodeToString(contract.json().bytes()))
                .put("onConflict", merge ? "merge" : "overwrite")
                .build();
    }
}
