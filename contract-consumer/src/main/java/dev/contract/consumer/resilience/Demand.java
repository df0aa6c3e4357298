package dev.contract.consumer.resilience;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a call is to do under a trouble. Immutable. */
interface Demand<T> {
    /** To follow "the call should". */
    String inWords();

    /**
     * Whether it was done; a call that hangs has done nothing that anybody demands.
     *
     * @param usual what the call returns without trouble
     */
    boolean isMet(Outcome<T> outcome, @Nullable T usual);

    /** Nothing but an end in time. */
    record AnEnd<T>() implements Demand<T> {
        @Override
        public String inWords() {
            return "end in time";
        }

        @Override
        public boolean isMet(Outcome<T> outcome, @Nullable T usual) {
            return !(outcome instanceof Outcome.Hung);
        }
    }

    record Throwing<T>(Class<? extends Throwable> type) implements Demand<T> {
        @Override
        public String inWords() {
            return "throw " + type.getSimpleName();
        }

        @Override
        public boolean isMet(Outcome<T> outcome, @Nullable T usual) {
            return outcome instanceof Outcome.Threw<T> threw && type.isInstance(threw.thrown());
        }
    }

    record Returning<T>(@Nullable T value) implements Demand<T> {
        @Override
        public String inWords() {
            return "return " + Outcome.shown(value);
        }

        @Override
        public boolean isMet(Outcome<T> outcome, @Nullable T usual) {
            return outcome instanceof Outcome.Returned<T> returned && Objects.equals(returned.value(), value);
        }
    }

    record ReturningAsUsual<T>() implements Demand<T> {
        @Override
        public String inWords() {
            return "return as usual";
        }

        @Override
        public boolean isMet(Outcome<T> outcome, @Nullable T usual) {
            return outcome instanceof Outcome.Returned<T> returned && Objects.equals(returned.value(), usual);
        }
    }
}
