package dev.contract.broker.api;

import dev.contract.broker.domain.Transaction;
import dev.contract.core.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A request whose route is found, and the values of the names in its path. */
record Routed(
        HttpRequest request,
        Map<String, String> values,
        Links links,
        ApiSettings settings,
        Admission admission,
        Instant now) {

    Call within(Transaction kept) {
        return new Call(request, values, kept, links, settings, admission, now);
    }

    /** Who may log in; only who needs it asks, for the answer may be in the store. */
    Optional<Visitor> visitor() {
        return admission.visitor();
    }

    /** The address of this request, without its query. */
    String self() {
        return links.base() + request.path();
    }
}
