package dev.contract.broker.domain;

/** The name of a tag. */
public record TagName(String value) {
    /**
     * Checks that the text can be a tag name.
     *
     * @throws IllegalArgumentException if the text is blank, longer than 255 characters or more than one line
     */
    public TagName {
        NameText.check("tag name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
