package dev.contract.broker.domain;

/** The name of an environment, without blanks. */
public record EnvironmentName(String value) {
    /**
     * Checks that the text can be an environment name.
     *
     * @throws IllegalArgumentException if the text is blank, longer than 255 characters, or has a blank
     */
    public EnvironmentName {
        NameText.checkWithoutBlanks("environment name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
