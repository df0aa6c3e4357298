package dev.contract.compare;

import java.util.Locale;

/** What became of an expectation. */
public enum Change {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** It is the same under another name or in another place. */
    MOVED,
    /** It accepts less than it did. */
    NARROWED,
    /** It accepts more than it did. */
    WIDENED,
    /** It accepts something else: less in one respect and more in another. */
    CHANGED,
    /** It is written in another way, and whether it accepts the same nobody can say. */
    UNKNOWN,
    /** It accepts the same. */
    SAME;

    /** As users read it: {@code narrowed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
