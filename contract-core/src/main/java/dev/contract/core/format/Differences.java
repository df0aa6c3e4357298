package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Shortened;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where two JSON values differ, in words: {@code request.path is "/a" on one side and "/b" on the other}. */
final class Differences {
    private static final int MOST = 8;
    private static final int LONGEST_VALUE = 100;

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** Nothing when the values are equal. */
    static List<String> between(JsonValue one, JsonValue other) {
        Differences differences = new Differences();
        differences.compare("$", one, other);
        return differences.shortened();
    }

    private List<String> shortened() {
        if (found.size() <= MOST) {
            return found;
        }
        List<String> shortened = new ArrayList<>(found.subList(0, MOST));
        shortened.add("and " + (found.size() - MOST) + " more differences");
        return shortened;
    }

    private void compare(String path, @Nullable JsonValue one, @Nullable JsonValue other) {
        if (one instanceof JsonObject object && other instanceof JsonObject otherObject) {
            objects(path, object, otherObject);
        } else if (one instanceof JsonArray array
                && other instanceof JsonArray otherArray
                && array.size() == otherArray.size()) {
            arrays(path, array, otherArray);
        } else if (one == null || !one.equals(other)) {
            found.add(name(path) + " is " + text(one) + " on one side and " + text(other) + " on the other");
        }
    }

    private void objects(String path, JsonObject one, JsonObject other) {
        Set<String> names = new LinkedHashSet<>(one.names());
        names.addAll(other.names());
        for (String name : names) {
            compare(path + RulePath.step(name), one.find(name), other.find(name));
        }
    }

    private void arrays(String path, JsonArray one, JsonArray other) {
        for (int i = 0; i < one.size(); i++) {
            compare(path + "[" + i + "]", one.get(i), other.get(i));
        }
    }

    private static String name(String path) {
        return path.startsWith("$.") ? path.substring(2) : path;
    }

    private static String text(@Nullable JsonValue value) {
        return value == null ? "nothing" : Shortened.to(LONGEST_VALUE, value.toJson());
    }
}
