package dev.contract.provider.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;

/**
 * What the verification of one contract found.
 *
 * <p>Immutable.
 *
 * @param success whether all of the contract was honoured
 * @param interactions what was found for each, as {@link dev.contract.provider.report.JsonReport#testResults} writes it
 * @param verifier the version of the program that verified it
 */
public record VerificationOutcome(boolean success, JsonArray interactions, String verifier) {

    JsonObject toJson(ProviderVersion version) {
        JsonObject.Builder json =
                JsonObject.builder().put("success", success).put("providerApplicationVersion", version.number());
        if (version.buildUrl() != null) {
            json.put("buildUrl", version.buildUrl());
        }
        return json.put(
                        "verifiedBy",
                        JsonObject.builder()
                                .put("implementation", "contract")
                                .put("version", verifier)
                                .build())
                .put("testResults", interactions)
                .build();
    }
}
