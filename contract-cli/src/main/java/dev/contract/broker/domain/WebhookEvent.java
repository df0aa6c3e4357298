package dev.contract.broker.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What triggers webhooks. */
public enum WebhookEvent {
    /** A contract was published, with whatever content. */
    CONTRACT_PUBLISHED,
    /** It is the first one of its branch or tag, or differs from the one before. */
    CONTRACT_CONTENT_CHANGED,
    /** A provider version that counts, on the main branch or in an environment, has not verified it. */
    CONTRACT_REQUIRING_VERIFICATION_PUBLISHED,
    PROVIDER_VERIFICATION_PUBLISHED,
    PROVIDER_VERIFICATION_SUCCEEDED,
    PROVIDER_VERIFICATION_FAILED,
    /** A provider said of a version what it promises. */
    PROVIDER_CONTRACT_PUBLISHED;

    /** As clients write it: {@code contract_published}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WebhookEvent> of(String text) {
        return Arrays.stream(values())
                .filter(event -> event.text().equals(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return text();
    }
}
