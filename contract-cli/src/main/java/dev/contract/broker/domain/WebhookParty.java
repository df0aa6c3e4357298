package dev.contract.broker.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose contracts a webhook is about, on one side of them.
 *
 * @param party the one application; null for any
 * @param label any application with this label; null without regard to labels
 */
public record WebhookParty(@Nullable Party party, @Nullable String label) {
    public static final WebhookParty ANYBODY = new WebhookParty(null, null);

    public WebhookParty {
        if (party != null && label != null) {
            throw new IllegalArgumentException("a webhook names an application or a label, not both");
        }
    }

    public static WebhookParty of(Party party) {
        return new WebhookParty(party, null);
    }

    public static WebhookParty labelled(String label) {
        return new WebhookParty(null, label);
    }

    /**
     * Whether an application is meant.
     *
     * @param labels those of the application
     */
    public boolean includes(Party other, List<String> labels) {
        if (party != null) {
            return party.id() == other.id();
        }
        return label == null || labels.contains(label);
    }

    /** For people: {@code orders}, {@code all labelled "backend"}, {@code anybody}. */
    @Override
    public String toString() {
        if (party != null) {
            return party.toString();
        }
        return label == null ? "anybody" : "all labelled \"" + label + "\"";
    }
}
