package dev.contract.core.matching.rule;

import dev.contract.core.json.JsonValue;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.BoundedRegex.Verdict;
import org.jspecify.annotations.Nullable;

/** {@code regex}: the whole text matches the expression; null never does. */
final class RegexRule implements Rule {
    private final String source;
    private final @Nullable String meaning;
    private final BoundedRegex regex;

    /** Made at the first document, of which most rules meet none; by two threads at once perhaps twice, which does no harm. */
    private @Nullable BoundedRegex documentRegex;

    /**
     * @throws dev.contract.core.regex.RegexSyntaxException if the source is no regular expression
     */
    RegexRule(String source) {
        this(source, null);
    }

    /**
     * A rule that says what its expression means.
     *
     * @param meaning what a value has to do: {@code be at least 2024-01-01}; null for matching the expression
     * @throws dev.contract.core.regex.RegexSyntaxException if the source is no regular expression
     */
    RegexRule(String source, @Nullable String meaning) {
        this.source = source;
        this.meaning = meaning;
        this.regex = BoundedRegex.parse(source);
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        if (actual.isContainer() || actual.kind() == JsonValue.Kind.NULL) {
            return refused(Shown.value(actual));
        }
        return judged(regex, actual.text());
    }

    @Override
    public @Nullable String refusalOfText(String expected, String actual) {
        return judged(regex, actual);
    }

    @Override
    public @Nullable String refusalOfDocument(String expected, String actual) {
        return judged(ofDocuments(), actual);
    }

    private BoundedRegex ofDocuments() {
        BoundedRegex known = documentRegex;
        if (known == null) {
            known = BoundedRegex.parseForDocuments(source);
            documentRegex = known;
        }
        return known;
    }

    private @Nullable String judged(BoundedRegex bounded, String text) {
        Verdict verdict = bounded.judge(text);
        return switch (verdict) {
            case MATCH -> null;
            case NO_MATCH -> refused(Shown.quoted(text));
            case GAVE_UP ->
                refused(Shown.quoted(text)) + ", but the expression took too long on this text and was stopped";
        };
    }

    private String refused(String actual) {
        return "Expected " + actual + " to " + (meaning == null ? "match '" + source + "'" : meaning);
    }
}
