package dev.contract.compare.edit;

import java.util.List;

/**
 * One thing in which what comes after a change is not what a contract wants.
 *
 * @param kind of the exchange's parts, as the matcher calls it; {@code request} where that is refused
 * @param where the body path, or the name of the header or metadata; {@code ""} for parts that there is only one of
 * @param sentence with its place, as a verification would tell it; without secrets
 * @param by the changes that bring it about: of those that are certain each that is of the same place, or all of them where none is
 */
public record Difference(String kind, String where, String sentence, List<Edit> by) {
    public Difference {
        by = List.copyOf(by);
    }

    /** Whether it need not come to that. */
    public boolean isPossible() {
        return by.stream().noneMatch(Edit::certain);
    }

    /** The sentence alone. */
    @Override
    public String toString() {
        return sentence;
    }
}
