package dev.contract.readme.support;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.util.ArrayList;
import java.util.List;

/** The consumer of messages that the manuals speak of. */
public final class Mailer {
    private final List<String> sent = new ArrayList<>();

    public void onOrder(String message) {
        sent.add("Thank you for order " + value(message, "order_id") + ", " + value(message, "mail"));
    }

    public List<String> sent() {
        return sent;
    }

    public String question(String item) {
        return JsonObject.builder().put("item", item).build().toJson();
    }

    public String price(String answer) {
        return value(answer, "price");
    }

    private static String value(String json, String name) {
        return JsonReader.read(json)
                .asObject()
                .orElseThrow()
                .get(name)
                .orElseThrow()
                .text();
    }
}
