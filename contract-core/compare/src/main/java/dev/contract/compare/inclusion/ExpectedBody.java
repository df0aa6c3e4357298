package dev.contract.compare.inclusion;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RuleGroup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of an expectation, with all that decides what it accepts.
 *
 * @param declared its type as headers, metadata or the body itself declare it; null when none does
 * @param headerRules the rules of the Content-Type header; null when there are none
 * @param strict whether more than was expected is refused
 */
record ExpectedBody(
        Body body,
        @Nullable ContentType declared,
        @Nullable RuleGroup headerRules,
        Map<String, RuleGroup> rules,
        Presence presence,
        boolean strict) {

    /** The declared type, or what the body looks like. */
    ContentType type() {
        return declared != null && isDeclared() ? declared : ContentTypeDetection.detect(body.bytes());
    }

    boolean isDeclared() {
        return declared != null && !declared.base().equals("*/*");
    }

    /** Whether bytes are looked at in place of what they mean. */
    boolean judgesBytes() {
        RuleGroup root = rules.get("$");
        return root != null
                && root.rules().stream().anyMatch(rule -> rule.type().equals("contentType"));
    }

    boolean isUtf8() {
        return !type().hasUnknownCharset() && type().charset().equals(StandardCharsets.UTF_8);
    }

    /** The body as JSON; empty when it is none, or in another charset. */
    Optional<JsonValue> json() {
        if (!type().isJson() || !isUtf8()) {
            return Optional.empty();
        }
        try {
            return body.json().isPresent() ? body.json() : Optional.of(JsonReader.read(body.bytes()));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether the same is expected. */
    boolean isSame(ExpectedBody other) {
        boolean sameRules = List.copyOf(rules.entrySet()).equals(List.copyOf(other.rules.entrySet()));
        return sameRules && hasSameCharset(other) && body.equals(other.body) && presence.equals(other.presence);
    }

    /** The same bytes are other text in another charset. */
    private boolean hasSameCharset(ExpectedBody other) {
        return type().charset().equals(other.type().charset())
                && type().hasUnknownCharset() == other.type().hasUnknownCharset();
    }
}
