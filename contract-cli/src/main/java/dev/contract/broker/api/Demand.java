package dev.contract.broker.api;

import java.util.Set;

/** What a request asks of the broker, as far as it matters who sent it. */
public enum Demand {
    /** Whether the broker is there. */
    HEARTBEAT,

    /** What a page needs to be shown, and says nothing of what is on it; the form to log in, too. */
    ASSET,

    /** To log in or out. */
    SESSION,

    /** A picture for a page of somebody else. */
    BADGE,

    READ,

    WRITE,

    /** What concerns everybody: environments, webhooks, deleting applications, integrations and results. */
    ADMIN;

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    /** What a request asks for whose route says nothing else, or that has none. */
    static Demand of(String method) {
        return LOOKING.contains(method) ? READ : WRITE;
    }

    /** Whether a request may come with more than the fields of a form. */
    boolean takesLargeBodies(String method) {
        return !LOOKING.contains(method) && (this == READ || this == WRITE || this == ADMIN);
    }

    public boolean changesSomething() {
        return this == SESSION || this == WRITE || this == ADMIN;
    }
}
