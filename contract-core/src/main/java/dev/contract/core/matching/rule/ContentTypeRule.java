package dev.contract.core.matching.rule;

import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code contentType}: the bytes look like a media type, whatever headers claim. */
final class ContentTypeRule implements Rule {
    private final String type;

    ContentTypeRule(String type) {
        this.type = ContentType.parse(type).map(ContentType::base).orElse(type);
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
        String detected = ContentTypeDetection.detect(actual).base();
        return detected.equals(type) || isXmlEither(detected)
                ? null
                : "Expected binary contents to have content type '" + type + "' but detected contents was '" + detected
                        + "'";
    }

    /** Both names of XML look the same. */
    private boolean isXmlEither(String detected) {
        return detected.equals("application/xml") && type.equals("text/xml");
    }
}
