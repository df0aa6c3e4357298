package dev.contract.core.model;

/** The part of an exchange that rules and generators apply to. */
public enum Category {
    METHOD("method"),
    PATH("path"),
    QUERY("query"),
    HEADER("header"),
    STATUS("status"),
    /** Bodies, and the contents of messages. Keys are path expressions. */
    BODY("body"),
    METADATA("metadata");

    private final String text;

    Category(String text) {
        this.text = text;
    }

    /** The name in files of version 3 and 4. */
    public String text() {
        return text;
    }

    /** Whether rules of this category stand directly below it, without a key: there is only one path and one status. */
    public boolean isSingle() {
        return this == METHOD || this == PATH || this == STATUS;
    }
}
