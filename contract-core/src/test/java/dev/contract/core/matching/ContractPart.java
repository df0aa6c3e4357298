package dev.contract.core.matching;

import dev.contract.core.format.ContractReader;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A side of an exchange, read from a contract file of any version and compared with another one. */
public enum ContractPart {
    REQUEST {
        @Override
        JsonObject interaction(JsonObject part) {
            return JsonObject.builder()
                    .put("request", part)
                    .put("response", JsonObject.EMPTY)
                    .build();
        }

        @Override
        MatchResult compare(Interaction expected, Interaction actual, SpecVersion version) {
            return PlanCompiler.request(((HttpInteraction) expected).request(), version)
                    .match(((HttpInteraction) actual).request().example());
        }
    },
    RESPONSE {
        @Override
        JsonObject interaction(JsonObject part) {
            return JsonObject.builder()
                    .put("request", JsonObject.EMPTY)
                    .put("response", part)
                    .build();
        }

        @Override
        MatchResult compare(Interaction expected, Interaction actual, SpecVersion version) {
            return PlanCompiler.response(((HttpInteraction) expected).response(), version)
                    .match(((HttpInteraction) actual).response().example());
        }
    },
    MESSAGE {
        @Override
        JsonObject interaction(JsonObject part) {
            return part;
        }

        @Override
        MatchResult compare(Interaction expected, Interaction actual, SpecVersion version) {
            AsyncMessage message = (AsyncMessage) actual;
            return PlanCompiler.message(((AsyncMessage) expected).message(), version)
                    .match(message.message().contents(), message.message().metadata());
        }
    };

    /** The side of a name in lower case. */
    public static ContractPart named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    abstract JsonObject interaction(JsonObject part);

    abstract MatchResult compare(Interaction expected, Interaction actual, SpecVersion version);

    /** The part inside a contract file of its version, as the reader gives it back. */
    Interaction read(JsonObject part, SpecVersion version) {
        return ContractReader.readOrThrow(
                        "case.json", file(part, version).toJson().getBytes(StandardCharsets.UTF_8))
                .interactions()
                .get(0);
    }

    /** A contract file of a version that has the part in its only interaction. */
    public JsonObject file(JsonObject part, SpecVersion version) {
        JsonObject.Builder interaction = interaction(part).toBuilder().put("description", "a case");
        if (version == SpecVersion.V4) {
            interaction.put("type", this == MESSAGE ? "Asynchronous/Messages" : "Synchronous/HTTP");
        }
        boolean messages = this == MESSAGE && version == SpecVersion.V3;
        return JsonObject.builder()
                .put("consumer", JsonObject.builder().put("name", "a consumer").build())
                .put("provider", JsonObject.builder().put("name", "a provider").build())
                .put(messages ? "messages" : "interactions", JsonArray.of(interaction.build()))
                .put("metadata", metadata(version))
                .build();
    }

    private static JsonObject metadata(SpecVersion version) {
        JsonObject text = JsonObject.builder().put("version", version.text()).build();
        return JsonObject.builder().put("pactSpecification", text).build();
    }
}
