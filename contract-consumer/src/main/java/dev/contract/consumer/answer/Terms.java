package dev.contract.consumer.answer;

import org.jspecify.annotations.Nullable;

/**
 * Which place an interaction has in its stub, beside what its contract says of it.
 *
 * @param stubOnly whether it stays out of the contract
 * @param priority of several interactions that match, the one with the highest answers; among equals, the most specific
 * @param during the state in which alone it answers; null for any
 * @param asked where requests may name a provider state in which alone it answers; null for nowhere
 */
public record Terms(
        boolean stubOnly,
        int priority,
        @Nullable ScenarioState during,
        @Nullable StateHeader asked) {
    public static final Terms OF_CONTRACT = new Terms(false, 0, null, null);

    public Terms asStubOnly() {
        return new Terms(true, priority, during, asked);
    }

    public Terms withPriority(int other) {
        return new Terms(stubOnly, other, during, asked);
    }

    public Terms during(ScenarioState state) {
        return new Terms(stubOnly, priority, state, asked);
    }

    public Terms askedFor(StateHeader header) {
        return new Terms(stubOnly, priority, during, header);
    }
}
