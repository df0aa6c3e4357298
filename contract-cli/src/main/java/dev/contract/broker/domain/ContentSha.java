package dev.contract.broker.domain;

import dev.contract.core.problem.Quoted;

/** The name of a pact content: equal for contents that no verification can tell apart. Opaque to clients. */
public record ContentSha(String value) {
    /**
     * Checks that the text can be a sha.
     *
     * @throws IllegalArgumentException if the text is blank or longer than 100 characters
     */
    public ContentSha {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("not the sha of a pact: " + Quoted.text(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
