package dev.contract.samples.userservice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What there is at which path, without a socket. Thread-safe. */
final class UserRoutes {
    private static final Pattern USER = Pattern.compile("/users/([^/]+)");
    private static final Pattern ORDERS = Pattern.compile("/users/([^/]+)/orders");

    private final Users users;
    private final OrderClient orders;
    private final String nameField;

    UserRoutes(Users users, OrderClient orders, String nameField) {
        this.users = users;
        this.orders = orders;
        this.nameField = nameField;
    }

    /** Any failure is an answer as well. */
    Answer answer(String path) {
        try {
            return found(path);
        } catch (IllegalStateException | OrderClient.Unavailable e) {
            return Answer.error(500, String.valueOf(e.getMessage()));
        }
    }

    private Answer found(String path) {
        Matcher user = USER.matcher(path);
        if (user.matches()) {
            return user(user.group(1));
        }
        Matcher ordersOfUser = ORDERS.matcher(path);
        return ordersOfUser.matches() ? orders(ordersOfUser.group(1)) : Answer.error(404, "no such page");
    }

    private Answer user(String id) {
        return users.find(id).map(this::known).orElseGet(() -> new Answer(404, Map.of("user_id", id, "exists", false)));
    }

    private Answer known(User user) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_id", user.id());
        body.put("exists", true);
        body.put(nameField, user.name());
        return new Answer(200, body);
    }

    private Answer orders(String id) {
        if (users.find(id).isEmpty()) {
            return Answer.error(404, "no user " + id);
        }
        return new Answer(200, Map.of("user_id", id, "orders", orders.ordersOf(id)));
    }
}
