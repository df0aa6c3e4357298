package dev.contract.core.matching.xml;

import dev.contract.core.matching.FoundMismatches;
import dev.contract.core.matching.rule.Shown;
import org.jspecify.annotations.Nullable;

/** Where a comparison is, and where its findings go. */
record Place(@Nullable Place above, String step, FoundMismatches found) {

    static Place root(FoundMismatches found) {
        return new Place(null, "$", found);
    }

    /** The place of what lies in this one, by its step in a path: {@code .name}, {@code ['@id']}. */
    Place below(String next) {
        return new Place(this, next, found);
    }

    void refuse(@Nullable String expected, @Nullable String actual, String sentence) {
        if (!found.isFull()) {
            found.add(
                    toString(),
                    expected == null ? null : Shown.cut(expected),
                    actual == null ? null : Shown.cut(actual),
                    sentence);
        }
    }

    @Override
    public String toString() {
        return above == null ? step : above + step;
    }
}
