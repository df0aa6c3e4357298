package dev.contract.provider;

/** What becomes of interactions that ask for a provider state for which there is no handler. */
public enum MissingStates {
    /** Nothing is sent, and every state without a handler is named. */
    FAIL,
    /** The interaction is replayed without its state, and the result warns of it. */
    IGNORE
}
