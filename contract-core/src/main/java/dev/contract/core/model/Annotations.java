package dev.contract.core.model;

import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside an interaction's exchange. None of it changes what is expected, except that a pending interaction may fail.
 *
 * <p>Immutable.
 *
 * @param key given by the author or the writer of the file; null when there is none
 * @param pending whether a failure is reported without failing the verification
 * @param comments the well-known {@code text} and {@code testname}, our {@code testline}, and any others
 * @param markup {@code interactionMarkup}, for display; empty when there is none
 * @param pluginConfiguration kept as it is
 * @param transport for example {@code http}; null when the file names none
 * @param extra attributes of the file that this model has no place for, a broker's {@code _id} among them
 * @param location where the interaction starts in its file, or in the code that made it; null when unknown
 */
public record Annotations(
        @Nullable String key,
        boolean pending,
        JsonObject comments,
        JsonObject markup,
        JsonObject pluginConfiguration,
        @Nullable String transport,
        JsonObject extra,
        @Nullable Location location) {

    public static final Annotations NONE = new Annotations(
            null, false, JsonObject.EMPTY, JsonObject.EMPTY, JsonObject.EMPTY, null, JsonObject.EMPTY, null);

    public Annotations withKey(@Nullable String other) {
        return new Annotations(other, pending, comments, markup, pluginConfiguration, transport, extra, location);
    }

    public Annotations withPending(boolean other) {
        return new Annotations(key, other, comments, markup, pluginConfiguration, transport, extra, location);
    }

    /** The comments that somebody wrote: without those in which tests say of themselves where the interaction comes from. */
    public JsonObject writtenComments() {
        return comments.without("testname").without("testline");
    }

    public Annotations withComments(JsonObject others) {
        return new Annotations(key, pending, others, markup, pluginConfiguration, transport, extra, location);
    }

    public Annotations withTransport(@Nullable String other) {
        return new Annotations(key, pending, comments, markup, pluginConfiguration, other, extra, location);
    }

    public Annotations withExtra(JsonObject others) {
        return new Annotations(key, pending, comments, markup, pluginConfiguration, transport, others, location);
    }

    public Annotations withLocation(@Nullable Location other) {
        return new Annotations(key, pending, comments, markup, pluginConfiguration, transport, extra, other);
    }
}
