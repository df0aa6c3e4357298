package dev.contract.broker.domain;

/** What an application is labelled with. */
public record LabelName(String value) {
    /**
     * Checks that the text can be a label.
     *
     * @throws IllegalArgumentException if the text is blank, longer than 255 characters or more than one line
     */
    public LabelName {
        NameText.check("label", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
