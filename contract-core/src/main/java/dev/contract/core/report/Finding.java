package dev.contract.core.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One difference, ready to be shown.
 *
 * <p>Immutable.
 *
 * @param part what differs, as the Pact tools name it: {@code status}, {@code header}, {@code body}, …, or {@code openapi}
 * @param where a path in the body, or the name of a header or query parameter; {@code ""} where there is only one
 * @param sentence what was expected and what came, on one line, without {@code where}
 * @param expected what was expected, as a short text; null when nothing was
 * @param actual what came, as a short text; null when nothing did
 * @param renamedTo the key that a missing one seems to have become; empty for all else
 */
public record Finding(
        String part,
        String where,
        String sentence,
        @Nullable String expected,
        @Nullable String actual,
        Optional<String> renamedTo) {

    /** Place and sentence on one line: {@code $.age: Expected 'x' (String) to be an integer}; some sentences name their place. */
    public String line() {
        boolean named = where.isEmpty() || sentence.contains("'" + where + "'");
        return named ? sentence : where + ": " + sentence;
    }

    /** The same without secrets: of something that looks like one, it is told that it differs, but not how. */
    public Finding masked() {
        return MaskedFinding.of(this);
    }
}
