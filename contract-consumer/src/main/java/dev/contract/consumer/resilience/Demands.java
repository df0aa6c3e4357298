package dev.contract.consumer.resilience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call is to do under some troubles.
 *
 * @param <T> what it returns
 */
public final class Demands<T> {
    private final Resilience<T> resilience;
    private final List<Trouble> troubles;

    Demands(Resilience<T> resilience, List<Trouble> troubles) {
        this.resilience = resilience;
        this.troubles = troubles;
    }

    /** It throws this, or a subclass. */
    public Resilience<T> toThrow(Class<? extends Throwable> type) {
        return resilience.demand(troubles, new Demand.Throwing<>(type));
    }

    /** It returns what equals this: an empty list, a cached value. */
    public Resilience<T> toReturn(@Nullable T value) {
        return resilience.demand(troubles, new Demand.Returning<>(value));
    }

    /** It returns what equals the value that it returns without trouble: it does not need the part that is missing, or asks once more. */
    public Resilience<T> toReturnAsUsual() {
        return resilience.demand(troubles, new Demand.ReturningAsUsual<>());
    }
}
