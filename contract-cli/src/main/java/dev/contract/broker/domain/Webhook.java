package dev.contract.broker.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A wish to be told of events. The request it sends, which may hold secrets, is kept apart: {@link Webhooks#request}. */
public record Webhook(long id, String uuid, Details details, Instant createdAt, Instant updatedAt) {

    /** What people say about a webhook. */
    public record Details(
            @Nullable String description,
            WebhookParty consumer,
            WebhookParty provider,
            Set<WebhookEvent> events,
            boolean enabled) {
        public Details {
            events = Collections.unmodifiableSet(new LinkedHashSet<>(events));
        }

        /** Whether contracts between these two concern it. */
        public boolean isAbout(Party ofConsumer, List<String> itsLabels, Party ofProvider, List<String> labels) {
            return consumer.includes(ofConsumer, itsLabels) && provider.includes(ofProvider, labels);
        }
    }

    /** Its description; what it does, where there is none. */
    public String title() {
        String description = details.description();
        if (description != null && !description.isBlank()) {
            return description;
        }
        return "Webhook for contracts of " + details.consumer() + " with " + details.provider() + " on "
                + details.events().stream().map(WebhookEvent::text).collect(Collectors.joining(", "));
    }
}
