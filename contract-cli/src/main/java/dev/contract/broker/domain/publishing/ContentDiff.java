package dev.contract.broker.domain.publishing;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in lines what differs between two documents, interaction by interaction. */
public final class ContentDiff {
    private static final int MOST_LINES = 20;
    private static final int LONGEST_VALUE = 80;

    private final List<String> lines = new ArrayList<>();

    private ContentDiff() {}

    /** One line for each difference, the first twenty; a sentence where none is within interactions or messages. */
    public static String between(JsonValue before, JsonValue after) {
        ContentDiff diff = new ContentDiff();
        Map<String, JsonObject> old = interactions(before);
        Map<String, JsonObject> current = interactions(after);
        old.forEach((name, interaction) -> {
            JsonObject other = current.get(name);
            if (other == null) {
                diff.lines.add(name + " was removed");
            } else {
                diff.compare(name, "", interaction.without("_id"), other.without("_id"));
            }
        });
        current.keySet().stream()
                .filter(name -> !old.containsKey(name))
                .forEach(name -> diff.lines.add(name + " was added"));
        return diff.text();
    }

    private String text() {
        if (lines.isEmpty()) {
            return "the documents differ outside their interactions";
        }
        int more = lines.size() - MOST_LINES;
        String shown = String.join("\n", lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        return more > 0 ? shown + "\nand " + more + " more" : shown;
    }

    private static Map<String, JsonObject> interactions(JsonValue document) {
        Map<String, JsonObject> found = new LinkedHashMap<>();
        for (String list : List.of("interactions", "messages")) {
            document.asObject().flatMap(pact -> pact.array(list)).orElse(JsonArray.EMPTY).stream()
                    .flatMap(each -> each.asObject().stream())
                    .forEach(each -> found.put(name(each), each));
        }
        return found;
    }

    private static String name(JsonObject interaction) {
        InteractionKey key = InteractionKey.of(interaction);
        String states = key.states().toJson();
        return "interaction " + Quoted.text(key.description()) + (states.equals("null") ? "" : " given " + cut(states));
    }

    private void compare(String interaction, String path, JsonValue before, JsonValue after) {
        if (before instanceof JsonObject one && after instanceof JsonObject other) {
            compare(interaction, path, one, other);
        } else if (before instanceof JsonArray one && after instanceof JsonArray other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(interaction, path + "[" + i + "]", one.get(i), other.get(i));
            }
        } else if (!before.equals(after)) {
            lines.add(interaction + ", " + path + ": was " + cut(before.toJson()) + ", is " + cut(after.toJson()));
        }
    }

    private void compare(String interaction, String path, JsonObject before, JsonObject after) {
        before.forEach((name, value) -> {
            String place = path.isEmpty() ? name : path + "." + name;
            JsonValue other = after.find(name);
            if (other == null) {
                lines.add(interaction + ", " + place + ": was " + cut(value.toJson()) + ", is gone");
            } else {
                compare(interaction, place, value, other);
            }
        });
        after.forEach((name, value) -> {
            if (!before.has(name)) {
                lines.add(interaction + ", " + (path.isEmpty() ? name : path + "." + name) + ": is new, "
                        + cut(value.toJson()));
            }
        });
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
