package dev.contract.broker.page;

/**
 * That a version is in an environment.
 *
 * @param how {@code deployed} or {@code released}
 * @param instance which of several; empty when there is only one
 */
public record Running(Ref environment, Ref application, Ref version, String how, String instance, Moment since) {}
