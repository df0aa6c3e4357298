package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.regex.BoundedRegex;
import org.jspecify.annotations.Nullable;

/** {@code semver}: a complete version of Semantic Versioning 2.0.0. */
final class SemverRule implements Rule {
    private static final BoundedRegex VERSION = BoundedRegex.parse(RuleExpressions.SEMVER);

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return actual instanceof JsonString string ? refusalOfText("", string.text()) : refused(Shown.value(actual));
    }

    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        return VERSION.judge(actual) == BoundedRegex.Verdict.MATCH ? null : refused(Shown.quoted(actual));
    }

    private static String refused(String actual) {
        return actual + " is not a valid semantic version";
    }
}
