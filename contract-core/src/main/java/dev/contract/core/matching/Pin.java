package dev.contract.core.matching;

import dev.contract.core.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a plan demands at one place, whatever else it may accept: a request that has something else there is not the expected one.
 *
 * <p>By their pins many plans are told apart before any of them is asked. They only rule out; the plan has the last word. Immutable.
 *
 * @param hash of the value that is demanded; equal values have equal ones, and so may others
 */
public record Pin(Place place, int hash) {

    /** A place of requests. Equal where it is the same one. Immutable and thread-safe. */
    public interface Place {

        /**
         * The hash of what a request has here; any number where it has nothing.
         *
         * @return null where it is up to each plan how it reads the request, so that the pins of this place say nothing about it
         */
        @Nullable
        Integer hash(HttpRequest request, ActualBody body);
    }
}
