package dev.contract.core.matching.rule;

import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code contentType}: the bytes look like a media type, whatever headers claim. */
final class ContentTypeRule implements Rule {
    private final String name;
    private final @Nullable ContentType type;

    ContentTypeRule(String name) {
        this.type = ContentType.parse(name).orElse(null);
        this.name = type == null ? name : type.base();
    }

    @Override
    public @Nullable String refusal(JsonValue expected, JsonValue actual) {
        return judged(actual.text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String refusalOfBytes(byte[] expected, byte[] actual) {
        return judged(actual);
    }

    private @Nullable String judged(byte[] actual) {
        return type != null && ContentTypeDetection.looksLike(type, actual)
                ? null
                : "Expected binary contents to have content type '" + name + "' but detected contents was '"
                        + ContentTypeDetection.detect(actual).base() + "'";
    }
}
