package dev.contract.readme.support;

import java.util.HashSet;
import java.util.Set;

/** The provider of messages that the manuals speak of. */
public final class OrderEvents {
    private final Set<Long> paid = new HashSet<>();

    public void pay(long order) {
        paid.add(order);
    }

    public String placed(long order) {
        return "{\"order_id\": " + order + ", \"paid\": " + paid.contains(order) + ", \"mail\": \"alice@example.org\"}";
    }

    public String price(String question) {
        return question.contains("tea") ? "{\"price\": 2.5}" : "{}";
    }
}
