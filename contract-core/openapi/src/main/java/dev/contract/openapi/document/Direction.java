package dev.contract.openapi.document;

/** Which way a value goes: what a document calls {@code readOnly} is never sent, what it calls {@code writeOnly} never comes. */
public enum Direction {
    REQUEST("readOnly"),
    RESPONSE("writeOnly"),
    /**
     * A response as a consumer uses it, who may take less than there is, and nothing that is not described: what an object must have is
     * not asked for, and properties that no part of a schema names are refused, unless the document says of them that they may be there.
     */
    USED("writeOnly");

    private final String barred;

    Direction(String barred) {
        this.barred = barred;
    }

    /** The keyword of what does not go this way. */
    public String barred() {
        return barred;
    }
}
