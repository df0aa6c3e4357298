package dev.contract.core.model;

/** The versions of the Pact specification that contract files are written in. */
public enum SpecVersion {
    V1("1.0.0"),
    V1_1("1.1.0"),
    V2("2.0.0"),
    V3("3.0.0"),
    V4("4.0");

    private final String text;

    SpecVersion(String text) {
        this.text = text;
    }

    /** The version as it is written into a file's metadata. */
    public String text() {
        return text;
    }

    public boolean atLeast(SpecVersion other) {
        return compareTo(other) >= 0;
    }
}
