package dev.contract.broker.api;

import dev.contract.broker.domain.Transaction;
import dev.contract.core.http.HttpRequest;
import java.time.Instant;
import java.util.Map;

/** A request whose route is found, and the values of the names in its path. */
record Routed(HttpRequest request, Map<String, String> values, Links links, ApiSettings settings, Instant now) {

    Call within(Transaction kept) {
        return new Call(request, values, kept, links, settings, now);
    }

    /** The address of this request, without its query. */
    String self() {
        return links.base() + request.path();
    }
}
