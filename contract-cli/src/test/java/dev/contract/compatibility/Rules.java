package dev.contract.compatibility;

import dev.contract.core.format.ContractReader;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Matching rules and generators as they stand in a contract file, read by who reads contract files. */
record Rules(MatchingRules matching, Generators generators) {

    /** The rules and generators of two cells. */
    static Rules read(SpecVersion version, Optional<String> matching, Optional<String> generators) {
        JsonObject.Builder request = JsonObject.builder();
        matching.ifPresent(cell -> request.put("matchingRules", Fixtures.json(cell)));
        generators.ifPresent(cell -> request.put("generators", Fixtures.json(cell)));
        JsonObject.Builder interaction = JsonObject.builder()
                .put("description", "rules")
                .put("request", request.build())
                .put("response", JsonObject.EMPTY);
        if (version == SpecVersion.V4) {
            interaction.put("type", "Synchronous/HTTP");
        }
        JsonObject file = JsonObject.builder()
                .put("consumer", "a consumer")
                .put("provider", "a provider")
                .put("interactions", JsonArray.of(interaction.build()))
                .put(
                        "metadata",
                        JsonObject.builder()
                                .put(
                                        "pactSpecification",
                                        JsonObject.builder()
                                                .put("version", version.text())
                                                .build())
                                .build())
                .build();
        RequestPart part = ((HttpInteraction)
                        ContractReader.readOrThrow("a table", file.toJson().getBytes(StandardCharsets.UTF_8))
                                .interactions()
                                .get(0))
                .request();
        return new Rules(part.rules(), part.generators());
    }
}
