package dev.contract.readme.support;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** The consumer's client of the user service. */
public final class UserClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    public UserClient(String url) {
        this.url = url;
    }

    public User find(String id) {
        JsonObject user = (JsonObject) JsonReader.read(get("/users/" + id).body());
        return new User(
                user.string("user_id").orElse(""),
                user.get("exists").equals(Optional.of(JsonBoolean.TRUE)),
                user.string("name").orElse(""));
    }

    public boolean exists(String id) {
        return get("/users/" + id).statusCode() == 200;
    }

    private HttpResponse<String> get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
