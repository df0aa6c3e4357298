package dev.contract.core.matching.json;

import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import org.jspecify.annotations.Nullable;

/** The structure of a document is compared before any rule is asked. */
final class Kinds {
    private Kinds() {}

    /** Reports that a value is not the object or array that was expected, unless the rules offer another kind as an alternative. */
    static void differ(JsonValue expected, JsonValue actual, @Nullable Rules rules, Walk walk) {
        if (rules == null || !rules.allowsOtherKind(expected, actual)) {
            walk.refuse(
                    expected,
                    actual,
                    "Type mismatch: Expected " + Shown.typed(actual) + " to be the same type as "
                            + Shown.typed(expected));
        }
    }
}
