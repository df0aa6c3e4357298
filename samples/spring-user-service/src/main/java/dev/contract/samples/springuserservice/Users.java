package dev.contract.samples.springuserservice;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Repository;

/** The users, in memory. Thread-safe. */
@Repository
class Users {
    private final Map<String, User> byId = new ConcurrentHashMap<>();
    private volatile boolean down;

    void save(User user) {
        byId.put(user.id(), user);
    }

    /** As a database would be when it is gone: every question fails until it is back. */
    void down(boolean gone) {
        down = gone;
    }

    Optional<User> find(String id) {
        if (down) {
            throw new IllegalStateException("the user store is down");
        }
        return Optional.ofNullable(byId.get(id));
    }
}
