package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonWriter;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Keys of interactions in version 4: the author's, else one made of what names the interaction, the same on every machine. */
final class Keys {
    private static final int BYTES = 8;

    private Keys() {}

    static String of(Interaction interaction) {
        return given(interaction).orElseGet(() -> made(interaction));
    }

    /** The key that the author chose; a key that was made here is none. */
    static Optional<String> given(Interaction interaction) {
        return Optional.ofNullable(interaction.annotations().key()).filter(key -> !key.equals(made(interaction)));
    }

    private static String made(Interaction interaction) {
        String name = JsonWriter.canonical(JsonArray.of(
                JsonString.of(InteractionType.of(interaction).text()),
                JsonString.of(interaction.description()),
                JsonArray.of(interaction.states().stream().map(Keys::state).toList())));
        return HexFormat.of().formatHex(sha256(name), 0, BYTES);
    }

    private static JsonObject state(ProviderState state) {
        JsonObject name = JsonObject.of("name", JsonString.of(state.name()));
        return state.parameters().isEmpty() ? name : name.with("params", state.parameters());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
