package dev.contract.standalone;

import dev.contract.consumer.scope.Correlation;
import dev.contract.consumer.stub.Expectations;
import dev.contract.standalone.Doors.Place;
import org.jspecify.annotations.Nullable;

/**
 * A provider, or a part of its requests, that a test has to itself.
 *
 * @param wider what answers when this does not
 * @param condition of the requests that belong to it; null for all of the provider
 */
record OpenScope(
        String id,
        String provider,
        Place place,
        Expectations expectations,
        Expectations wider,
        @Nullable Correlation condition) {

    /** Where clients reach the provider. */
    String url() {
        return place.url();
    }
}
