package dev.contract.provider;

/**
 * Is told how far a verification is. Its methods are called by several threads at a time, so they are thread-safe and quick. What they throw
 * while the run goes on is logged, and the run goes on.
 */
public interface VerificationListener {
    /** Before anything is sent. */
    default void started(int interactions) {}

    /** One interaction has its result. */
    default void finished(InteractionResult result) {}

    /**
     * All of them have, once: before {@link Verifier#verify()} returns, or within the last of {@link Verifier#tests()}. Not called when
     * only some of the tests run. Need not be quick; what it throws comes out there.
     */
    default void ended(VerificationResult result) {}

    /** Tells this one, and then another. */
    default VerificationListener and(VerificationListener other) {
        return new BothListeners(this, other);
    }
}
