package dev.contract.broker.domain;

/** A sentence that the broker wants the client to show, with the tone it is said in. */
public record Notice(Tone tone, String text) {
    /** What clients colour a notice by. */
    public enum Tone {
        DEBUG,
        INFO,
        SUCCESS,
        PROMPT,
        WARNING,
        ERROR,
        DANGER
    }
}
