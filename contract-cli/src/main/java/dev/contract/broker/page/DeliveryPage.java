package dev.contract.broker.page;

import java.util.List;

/** What was sent when an event triggered a webhook, and what came back. */
public record DeliveryPage(Frame frame, DeliveryRow delivery, Ref webhook, List<Attempt> attempts) implements Page {
    public DeliveryPage {
        attempts = List.copyOf(attempts);
    }

    /** One try. */
    public record Attempt(int number, Mark mark, Moment when, String log) {}
}
