package dev.contract.core.matching.xml;

import dev.contract.core.matching.FoundMismatches;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.model.RulePath;
import org.jspecify.annotations.Nullable;

/** Where a comparison is, and where its findings go. */
record Place(@Nullable Place above, String step, FoundMismatches found) {

    static Place root(FoundMismatches found) {
        return new Place(null, "$", found);
    }

    /** The place of a child element, by its name as written. */
    Place child(String name) {
        return new Place(this, RulePath.step(name), found);
    }

    /** The place of an attribute or of the text, whose names are no names of elements. */
    Place special(String name) {
        return new Place(this, "['" + name + "']", found);
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
