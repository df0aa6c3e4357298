package dev.contract.provider.broker;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link of a HAL document.
 *
 * <p>Immutable.
 *
 * @param href where it leads; with {@code {names}} in it when it is templated
 * @param name tells links of one relation apart; null when it has none
 */
public record Link(String href, @Nullable String name, boolean templated) {

    static Optional<Link> of(JsonObject json) {
        return json.string("href")
                .map(href -> new Link(
                        href,
                        json.string("name").orElse(null),
                        json.get("templated").flatMap(JsonValue::asBoolean).orElse(false)));
    }

    /** The link with one of its names filled in, encoded as a segment of a path. */
    Link with(String variable, String value) {
        return templated ? new Link(href.replace("{" + variable + "}", segment(value)), name, true) : this;
    }

    /** A text as one segment of a path: everything but unreserved characters is percent-encoded, a slash too. */
    static String segment(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", b & 0xff));
            }
        }
        return encoded.toString();
    }
}
