package dev.contract.compare.automaton;

/** A regular expression that no finite automaton of sensible size stands for. */
public final class NotRegularException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param reason half a sentence: {@code \1 refers to a group} */
    NotRegularException(String reason) {
        super(reason, null, false, false);
    }

    /** Why, as half a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
