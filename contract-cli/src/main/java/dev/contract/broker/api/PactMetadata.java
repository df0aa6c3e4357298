package dev.contract.broker.api;

import dev.contract.broker.domain.VersionNumber;
import dev.contract.core.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pact's address carries for the results to come: how the pact was chosen. Only this broker reads it.
 *
 * @param wip whether it is verified as work in progress
 * @param pending whether it was pending when it was chosen; null when nobody asked
 * @param consumer the consumer version it was chosen for
 */
record PactMetadata(
        boolean wip, @Nullable Boolean pending, @Nullable VersionNumber consumer) {
    static final PactMetadata NONE = new PactMetadata(false, null, null);

    /** What an address says; nothing where it is broken, for a verifier must not fail over it. */
    static PactMetadata decode(String text) {
        try {
            String query =
                    new String(Base64.getUrlDecoder().decode(text.replaceAll("=+$", "")), StandardCharsets.UTF_8);
            Query parameters = Query.parse(query);
            return new PactMetadata(
                    first(parameters, "w").filter("true"::equals).isPresent(),
                    first(parameters, "p").map(Boolean::parseBoolean).orElse(null),
                    first(parameters, "cvn").map(VersionNumber::new).orElse(null));
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    private static Optional<String> first(Query query, String name) {
        return query.values(name).stream().filter(Objects::nonNull).findFirst();
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    String encoded() {
        StringBuilder query = new StringBuilder();
        if (consumer != null) {
            query.append("cvn=").append(Segments.encode(consumer.value()));
        }
        if (pending != null) {
            query.append(query.isEmpty() ? "" : "&").append("p=").append(pending);
        }
        if (wip) {
            query.append(query.isEmpty() ? "" : "&").append("w=true");
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(query.toString().getBytes(StandardCharsets.UTF_8));
    }
}
