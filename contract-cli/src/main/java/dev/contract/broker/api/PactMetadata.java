package dev.contract.broker.api;

import dev.contract.broker.domain.VersionNumber;
import dev.contract.core.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pact's address carries for the results to come: how the pact was chosen. Only this broker reads it.
 *
 * @param wip whether it is verified as work in progress
 * @param pending whether it was pending when it was chosen; null when nobody asked
 * @param consumers the consumer versions it was chosen for, the newest first; of very many only these
 */
record PactMetadata(boolean wip, @Nullable Boolean pending, List<VersionNumber> consumers) {
    static final PactMetadata NONE = new PactMetadata(false, null, List.of());

    /** An address has an end. */
    private static final int MOST_CONSUMERS = 20;

    PactMetadata {
        consumers = consumers.stream().limit(MOST_CONSUMERS).toList();
    }

    /** What an address says; nothing where it is broken, for a verifier must not fail over it. */
    static PactMetadata decode(String text) {
        try {
            String query =
                    new String(Base64.getUrlDecoder().decode(text.replaceAll("=+$", "")), StandardCharsets.UTF_8);
            Query parameters = Query.parse(query);
            return new PactMetadata(
                    first(parameters, "w").filter("true"::equals).isPresent(),
                    first(parameters, "p").map(Boolean::parseBoolean).orElse(null),
                    parameters.values("cvn").stream()
                            .filter(Objects::nonNull)
                            .map(VersionNumber::new)
                            .toList());
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
        for (VersionNumber consumer : consumers) {
            query.append(query.isEmpty() ? "" : "&").append("cvn=").append(Segments.encode(consumer.value()));
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
