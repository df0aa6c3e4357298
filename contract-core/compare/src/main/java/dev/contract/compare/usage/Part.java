package dev.contract.compare.usage;

/** A part of an exchange that somebody may rely on, in the order in which they are told. */
public enum Part {
    QUERY("query"),
    REQUEST_HEADER("request header"),
    REQUEST_FIELD("request"),
    STATUS("status"),
    HEADER("header"),
    METADATA("metadata"),
    FIELD("");

    private final String word;

    Part(String word) {
        this.word = word;
    }

    /** What stands before the name in reports; {@code ""} for fields, whose paths speak for themselves. */
    public String word() {
        return word;
    }

    /** Whether the provider gives it, rather than the consumer. */
    public boolean isAnswer() {
        return compareTo(STATUS) >= 0;
    }
}
