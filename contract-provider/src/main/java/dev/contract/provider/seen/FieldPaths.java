package dev.contract.provider.seen;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.model.RulePath;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The paths of the fields in a JSON body, stars in place of positions and of keys that are data. Used once. */
final class FieldPaths {
    static final int MOST = 2_000;
    private static final int MOST_VALUES = 100_000;
    private static final int MOST_KEYS = 200;
    /** What somebody who wrote a program may have called a field; of numbers and addresses nobody makes one. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$@#][\\p{L}\\p{N}_$:.# -]{0,63}");
    /** Keys that were counted or thrown, not named. */
    private static final Pattern DATA = Pattern.compile("\\p{XDigit}{8}-.*|.*\\p{N}{5}.*|\\p{XDigit}{16,}");

    private final TreeSet<String> paths = new TreeSet<>();
    private int visited;

    private FieldPaths() {}

    static List<String> of(ActualBody body) {
        FieldPaths fields = new FieldPaths();
        body.json().ifPresent(value -> fields.visit(value, "$"));
        return List.copyOf(fields.paths);
    }

    private void visit(JsonValue value, String path) {
        if (visited++ >= MOST_VALUES || paths.size() >= MOST) {
            return;
        }
        if (value instanceof JsonObject object) {
            boolean isMap = object.size() > MOST_KEYS;
            object.forEach((name, each) -> entry(path + (isMap || isData(name) ? ".*" : RulePath.step(name)), each));
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> visit(each, path + "[*]"));
        }
    }

    private void entry(String path, JsonValue value) {
        paths.add(path);
        visit(value, path);
    }

    private static boolean isData(String name) {
        return !NAME.matcher(name).matches() || DATA.matcher(name).matches();
    }
}
