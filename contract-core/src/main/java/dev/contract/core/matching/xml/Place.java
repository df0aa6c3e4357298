package dev.contract.core.matching.xml;

import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.model.RulePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a comparison is, and where its findings go. */
record Place(@Nullable Place above, String step, List<Mismatch> found) {

    static Place root(List<Mismatch> found) {
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
        found.add(new Mismatch(
                Kind.BODY,
                toString(),
                expected == null ? null : Shown.cut(expected),
                actual == null ? null : Shown.cut(actual),
                sentence));
    }

    @Override
    public String toString() {
        return above == null ? step : above + step;
    }
}
