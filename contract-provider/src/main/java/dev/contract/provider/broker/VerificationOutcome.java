package dev.contract.provider.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the verification of one contract found.
 *
 * <p>Immutable.
 *
 * @param success whether all of the contract was honoured
 */
public record VerificationOutcome(boolean success, List<Interaction> interactions) {
    public VerificationOutcome {
        interactions = List.copyOf(interactions);
    }

    /**
     * What was found for one interaction.
     *
     * @param id the broker's identifier of it; null when the broker gave none
     * @param mismatches what differed; none when it is honoured
     * @param error why it could not be compared at all; null when it could
     */
    public record Interaction(
            @Nullable String id,
            String description,
            List<Difference> mismatches,
            @Nullable String error) {
        public Interaction {
            mismatches = List.copyOf(mismatches);
        }

        boolean success() {
            return mismatches.isEmpty() && error == null;
        }

        private JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .put("interactionId", id == null ? "" : id)
                    .put("interactionDescription", description)
                    .put("success", success());
            if (!mismatches.isEmpty()) {
                json.put(
                        "mismatches",
                        JsonArray.of(mismatches.stream().map(Difference::toJson).toList()));
            }
            if (error != null) {
                json.put(
                        "exceptions",
                        JsonArray.of(JsonObject.builder().put("message", error).build()));
            }
            return json.build();
        }
    }

    /**
     * One difference.
     *
     * @param attribute {@code status}, {@code header}, {@code body} and so on
     * @param identifier the path in the body or the name of the header; empty where there is none
     */
    public record Difference(String attribute, String identifier, String description) {
        private JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder().put("attribute", attribute);
            if (!identifier.isEmpty()) {
                json.put("identifier", identifier);
            }
            return json.put("description", description).build();
        }
    }

    JsonObject toJson(ProviderVersion version, String ownVersion) {
        JsonObject.Builder json =
                JsonObject.builder().put("success", success).put("providerApplicationVersion", version.number());
        if (version.buildUrl() != null) {
            json.put("buildUrl", version.buildUrl());
        }
        List<JsonObject> results = new ArrayList<>();
        interactions.forEach(interaction -> results.add(interaction.toJson()));
        return json.put("testResults", JsonArray.of(results))
                .put(
                        "verifiedBy",
                        JsonObject.builder()
                                .put("implementation", "contract")
                                .put("version", ownVersion)
                                .build())
                .build();
    }
}
