package dev.contract.broker.domain;

import java.util.function.Function;

/** Where everything is kept. Thread-safe. */
public interface Store {

    /**
     * Looks at one consistent state.
     *
     * @throws StoreTrouble if the database cannot be reached, or is held by others for too long
     */
    <R> R read(Function<Transaction, R> work);

    /**
     * Changes everything that the work changes, or nothing. When this returns, the change outlives a crash.
     *
     * @throws StoreTrouble if the database cannot be reached, is held by others for too long or has no room, and nothing was changed
     * @param work may run more than once, when another writer was in the way
     */
    <R> R write(Function<Transaction, R> work);
}
