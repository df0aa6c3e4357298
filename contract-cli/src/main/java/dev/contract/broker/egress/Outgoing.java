package dev.contract.broker.egress;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is to leave the broker.
 *
 * @param body null for none
 */
public record Outgoing(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable String body) {
    public Outgoing {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
