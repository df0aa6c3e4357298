package dev.contract.provider.strength;

/**
 * A change of the response that the contract accepts.
 *
 * <p>Immutable.
 *
 * @param where a path in the body such as {@code $.items[*].name}, {@code header Location}, {@code the status} or {@code the body}
 * @param becomes what it may be: {@code null}, {@code missing}, {@code a string}
 * @param mend what the consumer can write so that it would be noticed
 */
public record Weakness(String where, String becomes, String mend) {

    /** One line: {@code $.name may be empty without notice: …}. */
    @Override
    public String toString() {
        return where + " may be " + becomes + " without notice: " + mend;
    }
}
