package dev.contract.core.body;

import dev.contract.core.json.JsonValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request or response, or the contents of a message.
 *
 * <p>Missing, null, empty and present are four different facts: a missing expected body demands nothing, an empty one demands
 * emptiness (Pact specification 1.1, "body presence"). Immutable; two bodies are equal when state, bytes and declared type are.
 */
public final class Body {
    /** What is known of a body before its content is looked at. */
    public enum State {
        /** Nothing is said about it. */
        MISSING,
        /** JSON {@code null}. */
        NULL,
        /** No bytes. */
        EMPTY,
        /** At least one byte. */
        PRESENT
    }

    public static final Body MISSING = new Body(State.MISSING, new byte[0], null, null);
    public static final Body NULL = new Body(State.NULL, new byte[0], null, null);
    public static final Body EMPTY = new Body(State.EMPTY, new byte[0], null, null);

    private final State state;
    private final byte[] bytes;
    private final @Nullable ContentType contentType;
    private final @Nullable String hint;

    private Body(State state, byte[] bytes, @Nullable ContentType contentType, @Nullable String hint) {
        this.state = state;
        this.bytes = bytes;
        this.contentType = contentType;
        this.hint = hint;
    }

    /**
     * A body of these bytes: empty when there are none.
     *
     * @param bytes handed over, not copied: the caller must not change them afterwards
     * @param contentType what the body itself declares (version 4), not what a header says; null when it declares nothing
     */
    public static Body of(byte[] bytes, @Nullable ContentType contentType) {
        return new Body(bytes.length == 0 ? State.EMPTY : State.PRESENT, bytes, contentType, null);
    }

    /** A body of these bytes that declares no type of its own. */
    public static Body of(byte[] bytes) {
        return of(bytes, null);
    }

    /** A text in the charset of its type, UTF-8 where it names none. */
    public static Body text(String text, @Nullable ContentType contentType) {
        Charset charset = contentType == null ? StandardCharsets.UTF_8 : contentType.charset();
        return of(text.getBytes(charset), contentType);
    }

    /** The compact text of a JSON value, declared as {@code application/json}. */
    public static Body json(JsonValue value) {
        return text(value.toJson(), ContentType.JSON);
    }

    public State state() {
        return state;
    }

    public boolean isPresent() {
        return state == State.PRESENT;
    }

    public boolean isMissing() {
        return state == State.MISSING;
    }

    /** The bytes; none unless the body is present. Not a copy: callers must not change them. */
    public byte[] bytes() {
        return bytes;
    }

    /** What the body itself declares; headers are looked at elsewhere. */
    public Optional<ContentType> contentType() {
        return Optional.ofNullable(contentType);
    }

    /** Version 4's {@code contentTypeHint} as it was read: {@code BINARY} or {@code TEXT}. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    public Body withContentType(@Nullable ContentType type) {
        return new Body(state, bytes, type, hint);
    }

    public Body withHint(@Nullable String text) {
        return new Body(state, bytes, contentType, text);
    }

    /** The bytes decoded with a charset; malformed bytes become replacement characters. */
    public String text(Charset charset) {
        return new String(bytes, charset);
    }

    /** The bytes decoded with the charset of the declared type, UTF-8 where none is named. */
    public String text() {
        return text(contentType == null ? StandardCharsets.UTF_8 : contentType.charset());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Body that
                && state == that.state
                && Arrays.equals(bytes, that.bytes)
                && Objects.equals(contentType, that.contentType);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + state.hashCode();
    }

    @Override
    public String toString() {
        return state == State.PRESENT ? "body of " + bytes.length + " bytes" : "body " + state;
    }
}
