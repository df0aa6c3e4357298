package dev.contract.broker.domain;

/** What an account may do; each role may do what those before it may. */
public enum Role {
    /** Look at everything. */
    READ,

    /** Publish contracts and results, and record deployments. */
    WRITE,

    /** Keep environments and webhooks, and delete applications. */
    ADMIN;

    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }
}
