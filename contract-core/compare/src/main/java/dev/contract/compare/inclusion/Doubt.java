package dev.contract.compare.inclusion;

import dev.contract.core.matching.Mismatch;
import java.util.stream.Stream;

/**
 * A place for which inclusion was not proven.
 *
 * @param inner what the one accepts here, in words
 * @param outer what the other accepts here, in words
 * @param reason why nobody can say whether it is included, should no candidate be a witness
 * @param candidates exchanges that may be witnesses, the likeliest first; made one by one
 */
record Doubt<T>(Mismatch.Kind part, String path, String inner, String outer, String reason, Stream<T> candidates) {

    /** Whether a mismatch is about this place, what is around it or what lies in it. */
    boolean isAbout(Mismatch mismatch) {
        if (part == Mismatch.Kind.BODY) {
            return mismatch.kind() == Mismatch.Kind.BODY_CONTENT_TYPE
                    || (mismatch.kind() == Mismatch.Kind.BODY && isNear(mismatch.where()));
        }
        return mismatch.kind() == part && (path.isEmpty() || mismatch.where().equalsIgnoreCase(path));
    }

    private boolean isNear(String where) {
        String known = path.contains("*") ? path.substring(0, path.indexOf('*') - 1) : path;
        return where.startsWith(known) || known.startsWith(where);
    }
}
