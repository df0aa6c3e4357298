package dev.contract.provider.catalogue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A parameter of a state, over all interactions that name the state.
 *
 * <p>Immutable.
 *
 * @param types those that were seen, at least one; what stands in the name is text that reads so
 * @param always whether every interaction that names the state gives it
 */
public record StateParameter(String name, Set<ParameterType> types, boolean always) {
    public StateParameter {
        types = Collections.unmodifiableSet(EnumSet.copyOf(types));
    }
}
