package dev.contract.provider.message;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.state.PlainValues;
import org.jspecify.annotations.Nullable;

/**
 * A message of the provider, as its code makes it before it is sent.
 *
 * <pre>{@code
 * Message.json(publisher.orderPlaced(7)).withMetadata("topic", "orders")
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param contents what is sent
 * @param metadata what goes with it, such as a topic or a key, of any kind of JSON
 */
public record Message(Body contents, JsonObject metadata) {

    /** A JSON text, of type {@code application/json}; what is wrong with it will be found when it is compared. */
    public static Message json(String text) {
        return new Message(Body.text(text, ContentType.JSON), JsonObject.EMPTY);
    }

    /**
     * The JSON of a value, of type {@code application/json}.
     *
     * @param value a number, boolean, map, list, record, {@code JsonValue} or null
     */
    public static Message json(@Nullable Object value) {
        return json(PlainValues.json(value).toJson());
    }

    /**
     * A text of a media type, encoded in its charset, UTF-8 where it names none.
     *
     * @throws IllegalArgumentException if the type is no media type
     */
    public static Message text(String contentType, String text) {
        return new Message(Body.text(text, type(contentType)), JsonObject.EMPTY);
    }

    /**
     * Bytes of a media type.
     *
     * @throws IllegalArgumentException if the type is no media type
     */
    public static Message bytes(String contentType, byte[] bytes) {
        return new Message(Body.of(bytes.clone(), type(contentType)), JsonObject.EMPTY);
    }

    private static ContentType type(String text) {
        return ContentType.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(Quoted.text(text) + " is no media type"));
    }

    /**
     * The same message with more that goes along with it.
     *
     * @param value a text, number, boolean, map, list, record, {@code JsonValue} or null; its JSON type counts in the comparison
     */
    public Message withMetadata(String name, @Nullable Object value) {
        return new Message(contents, metadata.with(name, PlainValues.json(value)));
    }

    /** The contents as text, in the charset of their type. */
    public String text() {
        return contents.text();
    }

    /** The contents as JSON: for producers of an answer, who look at what they are asked. */
    public JsonValue json() {
        return JsonReader.read(contents.bytes());
    }
}
