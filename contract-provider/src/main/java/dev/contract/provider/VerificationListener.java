package dev.contract.provider;

/** Is told how far a verification is. Its methods are called by several threads at a time, so they are thread-safe and quick. */
public interface VerificationListener {
    /** Before anything is sent. */
    default void started(int interactions) {}

    /** One interaction has its result. */
    default void finished(InteractionResult result) {}
}
