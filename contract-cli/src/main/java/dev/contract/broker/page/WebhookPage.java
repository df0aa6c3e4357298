package dev.contract.broker.page;

import java.util.List;

/**
 * A webhook: when it is sent, what is sent, and what came of it.
 *
 * @param request without its secrets
 */
public record WebhookPage(Frame frame, WebhooksPage.Row webhook, String request, List<DeliveryRow> deliveries)
        implements Page {
    public WebhookPage {
        deliveries = List.copyOf(deliveries);
    }
}
