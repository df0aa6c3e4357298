package dev.contract.consumer.resilience;

import java.util.function.Supplier;

/**
 * A call under one trouble, and what is demanded of it. Every {@link #verify} makes the call.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> lives_with_trouble(Stub users) {
 *     …
 *     return DynamicTest.stream(users.resilience(() -> client.find("42")).ordeals(), Ordeal::name, Ordeal::verify);
 * }
 * }</pre>
 */
public final class Ordeal {
    private final Trouble trouble;
    private final Supplier<Finding> making;

    Ordeal(Trouble trouble, Supplier<Finding> making) {
        this.trouble = trouble;
        this.making = making;
    }

    /** {@code TIMEOUT: no answer}. */
    public String name() {
        return trouble + ": " + trouble.inWords();
    }

    Finding finding() {
        return making.get();
    }

    /**
     * Makes the call.
     *
     * @throws AssertionError if it does something else than is demanded
     */
    public void verify() {
        Finding finding = finding();
        if (!finding.isFine()) {
            throw finding.failure();
        }
    }
}
