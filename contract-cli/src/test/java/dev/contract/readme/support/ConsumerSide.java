package dev.contract.readme.support;

import dev.contract.consumer.Stub;

/** What the consumer's manual takes for granted: a stub. */
public final class ConsumerSide {
    public static Stub users;

    private ConsumerSide() {}
}
