package dev.contract.consumer;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.problem.Problem;

/** The length of a text as a regular expression, in characters of Unicode, whatever their bytes or UTF-16 units. */
final class TextLength {
    /** Beyond this the expressions of other tools grow too large to be compiled. */
    private static final int LONGEST = 4_000;

    private TextLength() {}

    static MatchingRule rule(int min, int max) {
        if (min < 0 || max < min || max > LONGEST) {
            throw Mistake.of(Problem.error("CONTRACT-MATCHER", "textOfLength(…) has bounds that cannot be used")
                    .found("at least " + min + " and at most " + max + " characters")
                    .mend("give a minimum from 0 on and a maximum from there to " + LONGEST
                            + "; for longer texts matchesSchema(…) has minLength and maxLength"));
        }
        JsonObject length = JsonObject.builder().put("min", min).put("max", max).build();
        return new MatchingRule(
                "regex",
                JsonObject.builder()
                        .put("regex", "[\\s\\S]{" + min + "," + max + "}")
                        .put("length", length)
                        .build());
    }
}
