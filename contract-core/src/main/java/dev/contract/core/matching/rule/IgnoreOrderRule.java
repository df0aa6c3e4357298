package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code ignore-order}: the elements of the example, in any order; with bounds, as many elements as they allow. Anything but an array is
 * compared by equality. An extension of pact-jvm, in no specification.
 *
 * <p>Which element goes with which is for those who know the rules of the elements.
 */
public final class IgnoreOrderRule implements Rule {
    static final IgnoreOrderRule SAME_SIZE = new IgnoreOrderRule(null);

    private final @Nullable TypeRule bounds;

    IgnoreOrderRule(@Nullable TypeRule bounds) {
        this.bounds = bounds;
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return EqualityRule.EQUALITY.refusal(expected, actual);
    }

    @Override
    public @Nullable String refusalOfContainer(JsonValue expected, JsonValue actual) {
        if (!(expected instanceof JsonArray examples) || !(actual instanceof JsonArray array)) {
            return null;
        }
        if (bounds != null) {
            return bounds.refusalOfContainer(expected, actual);
        }
        return examples.size() == array.size()
                ? null
                : "Expected " + Shown.list(array) + " (size " + array.size() + ") to have " + examples.size()
                        + (examples.size() == 1 ? " element" : " elements");
    }

    /** Lists within the list may have any order, too; bounds are for the list itself. */
    @Override
    public Rule below() {
        return SAME_SIZE;
    }
}
