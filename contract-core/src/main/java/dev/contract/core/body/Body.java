package dev.contract.core.body;

import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
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

    private static final byte[] NO_BYTES = {};

    public static final Body MISSING = new Body(State.MISSING, NO_BYTES, null, null, null);
    public static final Body NULL = new Body(State.NULL, NO_BYTES, null, null, null);
    public static final Body EMPTY = new Body(State.EMPTY, NO_BYTES, null, null, null);

    private final State state;

    /** Those of a JSON value are written when somebody asks for them; by two threads at once perhaps twice, which does no harm. */
    private volatile byte @Nullable [] bytes;

    private final @Nullable JsonValue json;
    private final @Nullable ContentType contentType;
    private final @Nullable String hint;

    private Body(
            State state,
            byte @Nullable [] bytes,
            @Nullable JsonValue json,
            @Nullable ContentType contentType,
            @Nullable String hint) {
        this.state = state;
        this.bytes = bytes;
        this.json = json;
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
        return new Body(bytes.length == 0 ? State.EMPTY : State.PRESENT, bytes, null, contentType, null);
    }

    /** A body of these bytes that declares no type of its own. */
    public static Body of(byte[] bytes) {
        return of(bytes, null);
    }

    /** A text in the charset of its type, UTF-8 where it names none. */
    public static Body text(String text, @Nullable ContentType contentType) {
        return of(text.getBytes(charset(contentType)), contentType);
    }

    /** The compact text of a JSON value, declared as {@code application/json}. */
    public static Body json(JsonValue value) {
        return json(value, ContentType.JSON);
    }

    /** The compact text of a JSON value in the charset of a type, UTF-8 where it names none. */
    public static Body json(JsonValue value, @Nullable ContentType contentType) {
        return new Body(State.PRESENT, null, value, contentType, null);
    }

    private static Charset charset(@Nullable ContentType type) {
        return type == null ? StandardCharsets.UTF_8 : type.charset();
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
        byte[] known = bytes;
        if (known == null) {
            known = json == null ? NO_BYTES : json.toJson().getBytes(charset(contentType));
            bytes = known;
        }
        return known;
    }

    /** The JSON value that this body was made of, so that nobody needs to read it again; empty when it was made of bytes or text. */
    public Optional<JsonValue> json() {
        return Optional.ofNullable(json);
    }

    /** What it says as JSON, in UTF-8 unless it was {@linkplain #json() made of JSON}, whatever its type is; empty where it is none. */
    public Optional<JsonValue> readJson() {
        if (json != null || !isPresent()) {
            return json();
        }
        try {
            return Optional.of(JsonReader.read(bytes()));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
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
        return new Body(state, bytes(), null, type, hint);
    }

    public Body withHint(@Nullable String text) {
        return new Body(state, bytes, json, contentType, text);
    }

    /** The bytes decoded with a charset; malformed bytes become replacement characters. */
    public String text(Charset charset) {
        return new String(bytes(), charset);
    }

    /** The bytes decoded with the charset of the declared type, UTF-8 where none is named. */
    public String text() {
        return text(charset(contentType));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Body that
                && state == that.state
                && Arrays.equals(bytes(), that.bytes())
                && Objects.equals(contentType, that.contentType);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes()) * 31 + state.hashCode();
    }

    @Override
    public String toString() {
        return state == State.PRESENT ? "body of " + bytes().length + " bytes" : "body " + state;
    }
}
