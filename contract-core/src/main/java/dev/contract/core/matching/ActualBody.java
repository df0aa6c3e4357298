package dev.contract.core.matching;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.body.DecodedText;
import dev.contract.core.http.Headers;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A body that came, compared with as many expectations as there are but parsed only once. One thread at a time.
 */
public final class ActualBody {
    private final Body body;
    private final @Nullable ContentType declared;
    private final Map<Class<?>, Object> readings = new HashMap<>(2);
    private @Nullable ContentType type;

    private ActualBody(Body body, @Nullable ContentType declared) {
        this.body = body;
        this.declared = declared;
    }

    /** The body of a request or response, whose type is what the headers say, or else what it declares itself. */
    public static ActualBody of(Body body, Headers headers) {
        return of(body, headers.contentType().or(body::contentType).orElse(null));
    }

    /** A body of a type that is known; or null, and then the bytes are looked at. */
    public static ActualBody of(Body body, @Nullable ContentType declared) {
        return new ActualBody(body, declared);
    }

    public Body body() {
        return body;
    }

    public byte[] bytes() {
        return body.bytes();
    }

    /** The type that headers or the body itself declare. */
    public Optional<ContentType> declaredType() {
        return Optional.ofNullable(declared);
    }

    /** The declared type, or else what the bytes look like. */
    public ContentType type() {
        ContentType known = type;
        if (known == null) {
            known = declared != null ? declared : ContentTypeDetection.detect(body.bytes());
            type = known;
        }
        return known;
    }

    /** The bytes as text in the charset of the type, as messages show them: what is malformed is replaced. */
    public String text() {
        return body.text(type().charset());
    }

    /** The bytes as text in the charset of the declared type, or, where none is declared, in that of another one. */
    public DecodedText decoded(ContentType otherwise) {
        return DecodedText.of(body.bytes(), declared != null ? declared : otherwise);
    }

    /** The body as JSON; empty when its type says that it is something else, or it cannot be read. */
    public Optional<JsonValue> json() {
        if (!body.isPresent() || !type().isJson() || type().hasUnknownCharset()) {
            return Optional.empty();
        }
        boolean isUtf8 = type().charset().equals(StandardCharsets.UTF_8);
        JsonReading reading = isUtf8 ? JsonReading.of(this) : JsonReading.of(text().getBytes(StandardCharsets.UTF_8));
        return Optional.ofNullable(reading.value());
    }

    /**
     * The body as a format reads it: read at the first call, remembered for the next.
     *
     * @param kind what a reading is remembered by: a class of the format's own
     */
    public <T> T read(Class<T> kind, Function<ActualBody, T> reader) {
        return kind.cast(readings.computeIfAbsent(kind, each -> reader.apply(this)));
    }
}
