package dev.contract.samples.springorderservice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks the user service. Thread-safe. */
@Component
class UserClient {
    /** A user as the user service tells it, as far as this service reads it. */
    record User(@JsonProperty("user_id") String id, boolean exists, String name) {}

    private final RestClient http;

    UserClient(@Value("${users.url}") String url) {
        this.http = RestClient.create(url);
    }

    /** The user of this id; empty when there is none. */
    Optional<User> find(String id) {
        try {
            @Nullable User user = http.get().uri("/users/{id}", id).retrieve().body(User.class);
            return Optional.ofNullable(user);
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }
}
