package dev.contract.draft;

import java.util.Set;

/**
 * How contracts are drafted.
 *
 * <p>Immutable.
 *
 * @param exact what may not differ from what was seen: paths in JSON bodies such as {@code $.status}, names of headers of responses
 * @param redact whether secrets are replaced by examples that open nothing
 */
public record DraftSettings(Set<String> exact, boolean redact) {
    /** Nothing has to stay as it was seen, and no secret is kept. */
    public static final DraftSettings DEFAULT = new DraftSettings(Set.of(), true);

    public DraftSettings {
        exact = Set.copyOf(exact);
    }

    public DraftSettings withExact(Set<String> others) {
        return new DraftSettings(others, redact);
    }

    public DraftSettings withRedact(boolean on) {
        return new DraftSettings(exact, on);
    }
}
