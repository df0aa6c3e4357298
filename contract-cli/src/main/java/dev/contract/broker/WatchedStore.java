package dev.contract.broker;

import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import java.util.function.Function;

/** A store that tells somebody when something was written. */
record WatchedStore(Store store, Runnable watcher) implements Store {
    @Override
    public <R> R read(Function<Transaction, R> work) {
        return store.read(work);
    }

    @Override
    public <R> R write(Function<Transaction, R> work) {
        R result = store.write(work);
        watcher.run();
        return result;
    }
}
