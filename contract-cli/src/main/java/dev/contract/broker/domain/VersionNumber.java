package dev.contract.broker.domain;

/** What an application calls one of its versions: any text, never taken apart or compared by size. */
public record VersionNumber(String value) {
    /**
     * Checks that the text can be a version number.
     *
     * @throws IllegalArgumentException if the text is blank, longer than 255 characters or more than one line
     */
    public VersionNumber {
        NameText.check("version number", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
