package dev.contract.compare.inclusion;

/** Whether all that one expectation accepts is accepted by another. */
public sealed interface Verdict {

    /** It is: proven, not tried. */
    record Included() implements Verdict {}

    /** It is not. */
    record NotIncluded(Witness witness) implements Verdict {}

    /**
     * Nobody can say.
     *
     * @param reason why, as half a sentence: {@code the regular expression "(a)\1" is not regular: \1 refers to a group}
     */
    record Unknown(String reason) implements Verdict {}

    default boolean isIncluded() {
        return this instanceof Included;
    }
}
