package dev.contract.samples.orderservice;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The orders, in memory. Thread-safe. */
final class Orders {
    private final Map<String, List<Order>> byUser = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private volatile boolean down;

    Order place(String userId, String item) {
        Order order = new Order("order-" + last.incrementAndGet(), userId, item);
        byUser.computeIfAbsent(userId, key -> new CopyOnWriteArrayList<>()).add(order);
        return order;
    }

    void forget(String userId) {
        byUser.remove(userId);
    }

    /** As a database would be when it is gone: every question fails until {@link #comeUp()}. */
    void goDown() {
        down = true;
    }

    void comeUp() {
        down = false;
    }

    List<Order> of(String userId) {
        if (down) {
            throw new IllegalStateException("the order store is down");
        }
        return byUser.getOrDefault(userId, List.of());
    }
}
