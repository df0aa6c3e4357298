package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code include}: the text contains another, with case. */
final class IncludeRule implements Rule {
    private final String part;

    IncludeRule(String part) {
        this.part = part;
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return actual.isContainer() || actual.kind() == JsonValue.Kind.NULL
                ? refused(Shown.value(actual))
                : refusalOfText("", actual.text());
    }

    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        return actual.contains(part) ? null : refused(Shown.quoted(actual));
    }

    private String refused(String actual) {
        return "Expected " + actual + " to include " + Shown.quoted(part);
    }
}
