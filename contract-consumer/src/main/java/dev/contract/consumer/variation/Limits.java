package dev.contract.consumer.variation;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import java.util.ArrayList;
import java.util.List;

/** The values at which what a rule permits ends: smallest and largest numbers and dates, shortest and longest texts. */
final class Limits {
    private static final int LONGEST = 100_000;

    private Limits() {}

    static List<Alternative> of(MatchingRule rule) {
        List<Alternative> limits = new ArrayList<>();
        for (String name : List.of("atLeast", "atMost")) {
            JsonValue bound = rule.attributes().find(name);
            String what = name.equals("atLeast") ? "the least" : "the most";
            if (bound instanceof JsonNumber || bound instanceof JsonString) {
                limits.add(new Alternative(bound, what));
            }
        }
        JsonObject length = rule.attributes().object("length").orElse(JsonObject.EMPTY);
        for (String name : List.of("min", "max")) {
            JsonValue count = length.find(name);
            String what = name.equals("min") ? "as short as can be" : "as long as can be";
            if (count instanceof JsonNumber number
                    && number.isInteger()
                    && number.text().length() < 6) {
                int characters = Math.max(0, Math.min(LONGEST, Integer.parseInt(number.text())));
                limits.add(Alternative.text("x".repeat(characters), what));
                limits.add(Alternative.text("😀".repeat(characters / 2), what + ", of emoji"));
            }
        }
        if (rule.type().equals("include")) {
            rule.attributes().string("value").ifPresent(text -> {
                limits.add(Alternative.text(text, "nothing else"));
                limits.add(Alternative.text("before " + text + "\r\nand after", "more around it"));
            });
        }
        return limits;
    }
}
