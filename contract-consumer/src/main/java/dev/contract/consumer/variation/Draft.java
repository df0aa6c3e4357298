package dev.contract.consumer.variation;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.model.RulePath.Token;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is being changed: its JSON is read once and written once, however many changes there are. Immutable.
 *
 * @param json null when the body is none
 */
record Draft(HttpResponse response, @Nullable JsonValue json, Charset charset) {

    static Draft of(HttpResponse response) {
        ContentType type = ActualBody.of(response.body(), response.headers()).type();
        Charset charset = type.hasUnknownCharset() ? StandardCharsets.UTF_8 : type.charset();
        return new Draft(response, type.isJson() ? read(response.body(), charset) : null, charset);
    }

    private static @Nullable JsonValue read(Body body, Charset charset) {
        try {
            return body.isPresent() ? JsonReader.read(body.text(charset).getBytes(StandardCharsets.UTF_8)) : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    Draft with(HttpResponse other) {
        return new Draft(other, json, charset);
    }

    Draft withText(String text) {
        return with(response.withBody(withBytes(text)));
    }

    /** With another value at a place of the JSON; in an object the entry need not have been there. */
    Draft with(List<Token> path, JsonValue value) {
        return json == null ? this : new Draft(response, JsonPlaces.replace(json, path, value), charset);
    }

    /** Without an entry of an object, or of all the objects that the path leads to. */
    Draft without(List<Token> path) {
        return json == null ? this : new Draft(response, JsonPlaces.remove(json, path), charset);
    }

    HttpResponse finished() {
        return json == null ? response : response.withBody(withBytes(json.toJson()));
    }

    private Body withBytes(String text) {
        Body body = response.body();
        return Body.of(text.getBytes(charset), body.contentType().orElse(null))
                .withHint(body.hint().orElse(null));
    }
}
