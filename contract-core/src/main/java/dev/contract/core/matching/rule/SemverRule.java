package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.regex.BoundedRegex;
import org.jspecify.annotations.Nullable;

/** {@code semver}: a complete version of Semantic Versioning 2.0.0. */
final class SemverRule implements Rule {
    private static final String NUMBER = "(?:0|[1-9]\\d*)";
    private static final String LABEL = "(?:" + NUMBER + "|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final String BUILD = "[0-9a-zA-Z-]+";

    private static final BoundedRegex VERSION = BoundedRegex.parse(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-"
            + LABEL + "(?:\\." + LABEL + ")*)?(?:\\+" + BUILD + "(?:\\." + BUILD + ")*)?");

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
