package dev.contract.samples.userservice;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The users, in memory. Thread-safe. */
final class Users {
    private final Map<String, User> byId = new ConcurrentHashMap<>();
    private volatile boolean down;

    void save(User user) {
        byId.put(user.id(), user);
    }

    void remove(String id) {
        byId.remove(id);
    }

    /** As a database would be when it is gone: every question fails until {@link #comeUp()}. */
    void goDown() {
        down = true;
    }

    void comeUp() {
        down = false;
    }

    Optional<User> find(String id) {
        if (down) {
            throw new IllegalStateException("the user store is down");
        }
        return Optional.ofNullable(byId.get(id));
    }
}
