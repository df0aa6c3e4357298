package dev.contract.core.matching.multipart;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.BodyFormat.BodyMatcher;
import dev.contract.core.matching.BodyFormat.Expectation;
import dev.contract.core.matching.FoundMismatches;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import dev.contract.core.multipart.MultipartPart;
import dev.contract.core.multipart.MultipartSyntaxException;
import java.util.Map;

/** An expected part, compiled with the rules that lead into it. Immutable and thread-safe. */
final class PartNode {
    private final MultipartPart expected;
    private final String place;
    private final BodyMatcher contents;
    private final boolean acceptsItself;

    private PartNode(MultipartPart expected, String place, BodyMatcher contents, boolean acceptsItself) {
        this.expected = expected;
        this.place = place;
        this.contents = contents;
        this.acceptsItself = acceptsItself;
    }

    /**
     * @param named whether mismatches call the part by its name, rather than by its position
     * @throws MultipartSyntaxException if the contents are not encoded as the part says
     */
    static PartNode of(MultipartPart part, int position, boolean named, Expectation whole) {
        Map<String, RuleGroup> rules = new PartRules(part.name().orElse(null), position).of(whole.rules());
        ContentType type = part.contentType().orElse(null);
        Body body = Body.of(part.content());
        BodyMatcher contents = whole.inner(body, type, rules);
        String place = "$" + (named ? RulePath.step(part.name().orElse("")) : "[" + position + "]");
        return new PartNode(part, place, contents, contents.accepts(ActualBody.of(body, type)));
    }

    String name() {
        return expected.name().orElse("");
    }

    String place() {
        return place;
    }

    void match(ActualPart actual, FoundMismatches found) {
        PartHeaders.match(expected, actual.part(), place, found);
        if (!(acceptsItself && isSame(actual.part()))) {
            matchContents(actual, found);
        }
    }

    /** Equal contents of equal type need not be read: the verdict on them is known. */
    private boolean isSame(MultipartPart actual) {
        return expected.contentType().equals(actual.contentType()) && actual.hasSameBytes(expected);
    }

    private void matchContents(ActualPart actual, FoundMismatches found) {
        try {
            for (Mismatch mismatch : contents.match(actual.body())) {
                found.add(mismatch.below(place));
            }
        } catch (MultipartSyntaxException e) {
            found.add(place, null, null, "The part is not readable: " + e.reason());
        }
    }
}
