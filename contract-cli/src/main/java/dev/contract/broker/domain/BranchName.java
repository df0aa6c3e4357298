package dev.contract.broker.domain;

/** The name of a branch; slashes are common in it. */
public record BranchName(String value) {
    /**
     * Checks that the text can be a branch name.
     *
     * @throws IllegalArgumentException if the text is blank, longer than 255 characters or more than one line
     */
    public BranchName {
        NameText.check("branch name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
