package dev.contract.samples.springuserservice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /users/{user_id}}. */
@RestController
class UserController {
    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    /** What is told of a user, whether there is one or not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @JsonProperty("user_id") String id,
            boolean exists,
            @Nullable String name) {}

    @GetMapping("/users/{id}")
    ResponseEntity<Answer> user(@PathVariable("id") String id) {
        return users.find(id)
                .map(user -> ResponseEntity.ok(new Answer(id, true, user.name())))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).body(new Answer(id, false, null)));
    }

    @ExceptionHandler(IllegalStateException.class)
    @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    Map<String, String> failed(IllegalStateException failure) {
        return Map.of("error", String.valueOf(failure.getMessage()));
    }
}
