package dev.contract.broker;

import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.Transaction;
import java.util.function.Function;

/** A store that cannot do anything. */
record BrokenStore(StoreTrouble.Kind kind) implements Store {
    @Override
    public <R> R read(Function<Transaction, R> work) {
        throw new StoreTrouble(kind, new IllegalStateException("on purpose"));
    }

    @Override
    public <R> R write(Function<Transaction, R> work) {
        return read(work);
    }
}
