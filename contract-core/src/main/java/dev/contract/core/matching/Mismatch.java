package dev.contract.core.matching;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what was expected and what came.
 *
 * <p>Immutable.
 *
 * @param kind the part of the exchange that differs
 * @param where a body path such as {@code $.items[0].id}, the name of a header, query parameter or metadata key; {@code ""} for
 *     parts that there is only one of
 * @param expected what was expected, as a short text for reports; null when nothing was
 * @param actual what came, as a short text for reports; null when nothing did
 * @param message the whole sentence
 * @param missingKeys the keys that the object at {@code where} lacks; empty unless this is about keys
 * @param unexpectedKeys the keys that the object at {@code where} has although they were not expected: a missing key may have been
 *     renamed to one of them
 */
public record Mismatch(
        Kind kind,
        String where,
        @Nullable String expected,
        @Nullable String actual,
        String message,
        List<String> missingKeys,
        List<String> unexpectedKeys) {

    /** The parts of an exchange that can differ. */
    public enum Kind {
        METHOD("method"),
        PATH("path"),
        QUERY("query"),
        STATUS("status"),
        HEADER("header"),
        BODY_CONTENT_TYPE("body-content-type"),
        BODY("body"),
        METADATA("metadata");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name as the Pact tools write it: {@code body-content-type}. */
        public String text() {
            return text;
        }
    }

    public Mismatch {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(message, "message");
        missingKeys = List.copyOf(missingKeys);
        unexpectedKeys = List.copyOf(unexpectedKeys);
    }

    /** A mismatch that is not about keys. */
    public Mismatch(Kind kind, String where, @Nullable String expected, @Nullable String actual, String message) {
        this(kind, where, expected, actual, message, List.of(), List.of());
    }

    /** The same difference as it is called from outside: the body that it is about lies at a path such as {@code $.avatar} of another. */
    public Mismatch below(String path) {
        String inner = where.startsWith("$") ? where.substring(1) : where;
        return new Mismatch(kind, path + inner, expected, actual, message, missingKeys, unexpectedKeys);
    }

    /** The place and the sentence: {@code $.a -> Expected 1 (Integer) to be equal to 2 (Integer)}. */
    @Override
    public String toString() {
        return where.isEmpty() ? message : where + " -> " + message;
    }
}
