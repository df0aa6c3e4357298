package dev.contract.broker.page;

/** What an event triggered, and how far it came. */
public record DeliveryRow(Ref title, String event, Mark status, int attempts, Moment when) {}
