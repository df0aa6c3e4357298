package dev.contract.broker.domain.matrix;

import dev.contract.core.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * An interaction that a provider did not honour, as its verifier told it.
 *
 * @param interaction its description; null when nobody can tell
 * @param place what differs and where: {@code body $.total}; null when there is no difference, but another kind of failure
 * @param difference what is wrong there; null when the verifier did not say
 */
public record Failure(
        @Nullable String interaction,
        @Nullable String place,
        @Nullable String difference) {

    /** {@code interaction "a list of orders", body $.total}. */
    public String where() {
        String what = interaction == null ? "an interaction" : "interaction " + Quoted.text(interaction);
        return place == null ? what : what + ", " + place;
    }

    /** {@code interaction "a list of orders", body $.total: expected a number}. */
    @Override
    public String toString() {
        return difference == null ? where() : where() + (place == null ? ", " : ": ") + difference;
    }
}
