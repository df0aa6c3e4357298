package dev.contract.broker.domain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A transaction that counts how often one of its ports is turned to: work, whatever time it takes. */
public final class CountedTransaction {
    private final Transaction counted;
    private int calls;

    /** @param most after how many it refuses, for what is too much work may never end */
    public CountedTransaction(Transaction kept, int most) {
        this.counted = (Transaction) Proxy.newProxyInstance(
                Transaction.class.getClassLoader(), new Class<?>[] {Transaction.class}, (proxy, method, arguments) -> {
                    calls++;
                    if (calls > most) {
                        throw new AssertionError("more than " + most + " questions to the store");
                    }
                    try {
                        return method.invoke(kept, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    public Transaction transaction() {
        return counted;
    }

    public int calls() {
        return calls;
    }
}
