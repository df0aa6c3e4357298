package dev.contract.openapi.document;

/** Which way a value goes: what a document calls {@code readOnly} is never sent, what it calls {@code writeOnly} never comes. */
public enum Direction {
    REQUEST("readOnly"),
    RESPONSE("writeOnly");

    private final String barred;

    Direction(String barred) {
        this.barred = barred;
    }

    /** The keyword of what does not go this way. */
    public String barred() {
        return barred;
    }
}
