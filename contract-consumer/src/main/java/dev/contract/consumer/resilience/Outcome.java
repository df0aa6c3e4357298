package dev.contract.consumer.resilience;

import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Quoted;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a call ended. Immutable. */
sealed interface Outcome<T> {
    /** To follow "the call". */
    String inWords();

    /** The failure of a test that wants another end than this. */
    default AssertionError failure(Facts facts) {
        return new AssertionError(facts.toString());
    }

    /** A value that a call returns: a text in quotes, else what it says of itself. */
    static String shown(@Nullable Object value) {
        return value instanceof CharSequence text ? Quoted.text(text.toString()) : String.valueOf(value);
    }

    record Returned<T>(@Nullable T value) implements Outcome<T> {
        @Override
        public String inWords() {
            return "returned " + shown(value);
        }
    }

    record Threw<T>(Throwable thrown) implements Outcome<T> {
        @Override
        public String inWords() {
            return "threw " + thrown.getClass().getSimpleName()
                    + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
        }

        @Override
        public AssertionError failure(Facts facts) {
            return new AssertionError(facts.toString(), thrown);
        }
    }

    record Hung<T>(Duration waited) implements Outcome<T> {
        @Override
        public String inWords() {
            return "had not ended after " + waited.toMillis() + " ms";
        }
    }
}
