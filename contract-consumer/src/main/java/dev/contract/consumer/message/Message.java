package dev.contract.consumer.message;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MessagePart;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A message as the code under test receives it.
 *
 * <pre>{@code
 * .handledBy(message -> mailer.on(message.text(), message.metadata("topic").orElseThrow()))
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param contents what is sent; missing where the interaction declares none
 * @param metadata what goes with it, such as a topic or a key, of any kind of JSON
 */
public record Message(Body contents, JsonObject metadata) {

    static Message of(MessagePart part) {
        return new Message(part.contents(), part.metadata());
    }

    /** The contents as text, in the charset of their type; empty when there are none. */
    public String text() {
        return contents.state() == Body.State.NULL
                ? "null"
                : contents.text(type().map(ContentType::charset).orElse(StandardCharsets.UTF_8));
    }

    /** The contents, as a copy. */
    public byte[] bytes() {
        return contents.state() == Body.State.NULL
                ? "null".getBytes(StandardCharsets.UTF_8)
                : contents.bytes().clone();
    }

    /** The media type of the contents, such as {@code application/json}; empty when nothing names it. */
    public Optional<String> contentType() {
        return type().map(ContentType::toString);
    }

    private Optional<ContentType> type() {
        return contents.contentType().or(() -> MessagePart.contentType(metadata));
    }

    /** The metadata of this name as text: of a string its characters, of all else its JSON; empty when there are none. */
    public Optional<String> metadata(String name) {
        return metadata.get(name).map(JsonValue::text);
    }
}
