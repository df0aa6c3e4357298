package dev.contract.core.model;

import dev.contract.core.json.JsonObject;
import java.util.Objects;

/**
 * What a file says about one way in which a value may differ from its example. Data: what it accepts is decided in
 * {@code matching}.
 *
 * <p>Immutable.
 *
 * @param type the standard name of the matcher, for example {@code regex}; an unknown one is kept as it was written
 * @param attributes its parameters as in the file, without {@code match}
 */
public record MatchingRule(String type, JsonObject attributes) {
    public MatchingRule {
        Objects.requireNonNull(type, "type");
    }

    /** A rule without parameters. */
    public static MatchingRule of(String type) {
        return new MatchingRule(type, JsonObject.EMPTY);
    }

    public static MatchingRule regex(String regex) {
        return new MatchingRule(
                "regex", JsonObject.builder().put("regex", regex).build());
    }
}
