package dev.contract.provider.message;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.format.MessageWriter;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.Shortened;
import dev.contract.provider.target.HttpTarget;
import dev.contract.provider.target.HttpUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A URL of the service that delivers messages on request, as the Pact verifiers call it.
 *
 * <p>For each message one {@code POST} with {@code {"description": "an order was placed", "providerStates": [{"name": …, "params": {…}}]}}
 * as JSON, and for an answer also {@code "request": {"contents": {…}, "metadata": {…}}} as in contract files of version 4. The body of the
 * response is the message, its {@code Content-Type} that of the message; the header {@code Pact-Message-Metadata} holds the metadata, a
 * JSON object in base64, and a content type there comes before the header's.
 *
 * <p>Immutable and thread-safe. What comes is not trusted: the target limits its size, JSON is read to a limited depth.
 */
public final class MessageEndpoint {
    private static final String METADATA = "Pact-Message-Metadata";
    private static final int LONGEST_ANSWER = 200;

    private final HttpUrl url;
    private final HttpTarget target;

    /**
     * The endpoint at a URL.
     *
     * @param target the service at the URL's origin; closed by whoever made it
     */
    public MessageEndpoint(HttpUrl url, HttpTarget target) {
        this.url = url;
        this.target = target;
    }

    public HttpTarget target() {
        return target;
    }

    /** The request for a message. */
    public HttpRequest request(MessageCall call) {
        JsonObject.Builder wanted = JsonObject.builder()
                .put("description", call.description())
                .put(
                        "providerStates",
                        JsonArray.of(call.states().stream()
                                .map(MessageEndpoint::state)
                                .toList()));
        if (call.sent() != null) {
            Message sent = call.sent();
            wanted.put("request", MessageWriter.write(sent.contents(), sent.metadata()));
        }
        return new HttpRequest(
                "POST",
                url.path(),
                url.query(),
                Headers.of("Content-Type", "application/json"),
                Body.json(wanted.build()));
    }

    private static JsonObject state(ProviderState state) {
        return JsonObject.builder()
                .put("name", state.name())
                .put("params", state.parameters())
                .build();
    }

    /**
     * The message in a response.
     *
     * @throws MessageFailure if the endpoint did not answer with success, or its metadata cannot be read
     */
    public Message message(HttpResponse response) throws MessageFailure {
        if (response.status() < 200 || response.status() > 299) {
            throw new MessageFailure(
                    "the message endpoint " + url + " answered with status " + response.status() + said(response)
                            + advice(response.status()),
                    null);
        }
        JsonObject metadata = metadata(response.headers());
        ContentType type = MessagePart.contentType(metadata)
                .or(() -> response.headers().contentType())
                .orElse(null);
        return new Message(response.body().withContentType(type), metadata);
    }

    private static String said(HttpResponse response) {
        String text = response.body().text().strip();
        return text.isEmpty() ? "" : ": " + Shortened.to(LONGEST_ANSWER, text);
    }

    /** Nobody listens there, or it is a page of something else. */
    private static String advice(int status) {
        return status == 404 || status == 405
                ? "; if messages are delivered elsewhere, say where with .messageUrl(…), --message-url"
                : "";
    }

    private static JsonObject metadata(Headers headers) throws MessageFailure {
        Optional<String> header = headers.first(METADATA);
        if (header.isEmpty()) {
            return JsonObject.EMPTY;
        }
        JsonValue metadata = json(decoded(header.get()));
        return metadata.asObject()
                .orElseThrow(() -> new MessageFailure("the header " + METADATA + " holds no JSON object", null));
    }

    private static byte[] decoded(String text) throws MessageFailure {
        try {
            return Base64.getDecoder().decode(text.strip().getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new MessageFailure("the header " + METADATA + " is not in base64: " + e.getMessage(), e);
        }
    }

    private static JsonValue json(byte[] bytes) throws MessageFailure {
        try {
            return JsonReader.read(bytes);
        } catch (JsonSyntaxException e) {
            throw new MessageFailure("the header " + METADATA + " holds no JSON: " + e.reason(), e);
        }
    }
}
