package dev.contract.broker.domain;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request that a webhook sends, with parameters such as {@code ${pactbroker.pactUrl}} still in it.
 *
 * @param body a JSON string is sent as the text it holds, any other value as JSON; null for no body
 */
public record WebhookRequest(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable String username,
        @Nullable String password,
        @Nullable JsonValue body) {
    public WebhookRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The value of a header, its name compared without case. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public WebhookRequest withSecrets(Map<String, String> otherHeaders, @Nullable String otherPassword) {
        return new WebhookRequest(method, url, otherHeaders, username, otherPassword, body);
    }

    public WebhookRequest withUrl(String other) {
        return new WebhookRequest(method, other, headers, username, password, body);
    }

    /** Username and password as the header {@code Authorization} has them behind {@code Basic}; empty when there are none. */
    public Optional<String> basicCredentials() {
        if (username == null && password == null) {
            return Optional.empty();
        }
        String pair = (username == null ? "" : username) + ":" + (password == null ? "" : password);
        return Optional.of(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** As the API has it and the store keeps it. */
    public JsonObject toJson() {
        JsonObject.Builder json =
                JsonObject.builder().put("method", method).put("url", url).put("headers", headersJson());
        putText(json, "username", username);
        putText(json, "password", password);
        if (body != null) {
            json.put("body", body);
        }
        return json.build();
    }

    private JsonObject headersJson() {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> values.put(name, JsonString.of(value)));
        return JsonObject.of(values);
    }

    private static void putText(JsonObject.Builder json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
    }

    /** What {@link #toJson} made. */
    public static WebhookRequest of(JsonObject json) {
        Map<String, String> headers = new LinkedHashMap<>();
        json.object("headers")
                .orElse(JsonObject.EMPTY)
                .forEach((name, value) -> headers.put(name, value.asString().orElse("")));
        return new WebhookRequest(
                json.string("method").orElse(""),
                json.string("url").orElse(""),
                headers,
                json.string("username").orElse(null),
                json.string("password").orElse(null),
                json.get("body").orElse(null));
    }
}
