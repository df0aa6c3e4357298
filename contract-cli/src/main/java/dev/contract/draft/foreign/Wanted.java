package dev.contract.draft.foreign;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.MatchingRule;
import java.util.Optional;

/**
 * A text that a request has to have.
 *
 * @param rule by which others may differ from the example; empty when they may not
 */
record Wanted(String example, Optional<MatchingRule> rule) {

    static Wanted exactly(String text) {
        return new Wanted(text, Optional.empty());
    }

    static Wanted ruled(String example, MatchingRule rule) {
        return new Wanted(example, Optional.of(rule));
    }

    /** A text of which the whole matches; empty when no example can be made. */
    static Optional<Wanted> matching(String regex) {
        return Examples.of(regex).map(example -> ruled(example, MatchingRule.regex(regex)));
    }

    static Wanted including(String part) {
        return ruled(
                part,
                new MatchingRule(
                        "include", JsonObject.builder().put("value", part).build()));
    }
}
