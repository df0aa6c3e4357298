package dev.contract.compare.inclusion;

import dev.contract.core.matching.Mismatch;

/**
 * A place where one expectation accepts, or may accept, what another refuses.
 *
 * @param part of the exchange
 * @param path a body path such as {@code $.items[*].id}, the name of a header, query parameter or metadata key; {@code ""} for parts that
 *     there is only one of
 * @param verdict of this place alone: never included
 * @param inner what the one accepts here, in words: {@code any string}
 * @param outer what the other accepts here, in words: {@code text that matches '\d+'}
 */
public record Place(Mismatch.Kind part, String path, Verdict verdict, String inner, String outer) {
    private static final String NOTHING = "nothing";

    /** {@code body $.id: any string, where only text that matches '\d+' is accepted}. */
    public String sentence() {
        String where = path.isEmpty() ? part.text() : part.text() + " " + path;
        return where + ": " + inner + ", where " + (outer.equals(NOTHING) ? outer : "only " + outer) + " is accepted";
    }
}
