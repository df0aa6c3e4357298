package dev.contract.core.model;

import dev.contract.core.json.JsonObject;
import java.util.Objects;

/**
 * What a file says about how a fresh value is made in place of an example. Data: values are made in {@code generating}.
 *
 * <p>Immutable.
 *
 * @param type for example {@code RandomInt}; an unknown one is kept as it was written
 * @param attributes its parameters as in the file, without {@code type}
 */
public record Generator(String type, JsonObject attributes) {
    public Generator {
        Objects.requireNonNull(type, "type");
    }
}
