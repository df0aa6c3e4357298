package dev.contract.broker.domain;

/** The name of an application; compared with case. */
public record PacticipantName(String value) {
    /**
     * Checks that the text can be an application name.
     *
     * @throws IllegalArgumentException if the text is blank, longer than 255 characters or more than one line
     */
    public PacticipantName {
        NameText.check("application name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
