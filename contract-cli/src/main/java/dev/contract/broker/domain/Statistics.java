package dev.contract.broker.domain;

/** How much is kept. */
public interface Statistics {

    Counts counts();
}
