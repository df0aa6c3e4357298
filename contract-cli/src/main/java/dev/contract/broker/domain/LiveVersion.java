package dev.contract.broker.domain;

/** A version that is in an environment now. */
public record LiveVersion(Version version, Kind kind) {
    /** How it came there. */
    public enum Kind {
        DEPLOYED,
        RELEASED
    }
}
