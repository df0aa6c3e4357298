package dev.contract.broker.page;

import java.util.List;

/**
 * The webhooks, and what they did of late.
 *
 * @param about whose they are; empty for all
 */
public record WebhooksPage(Frame frame, String about, List<Row> webhooks, List<DeliveryRow> deliveries)
        implements Page {
    public WebhooksPage {
        webhooks = List.copyOf(webhooks);
        deliveries = List.copyOf(deliveries);
    }

    /** A webhook. */
    public record Row(Ref title, Mark state, String consumer, String provider, List<String> events, String request) {
        public Row {
            events = List.copyOf(events);
        }
    }
}
