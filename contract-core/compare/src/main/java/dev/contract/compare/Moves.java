package dev.contract.compare;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.problem.NearNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Recognises fields of a JSON body that came in one place and went in another, with the same shape: they moved, or have another name.
 *
 * <p>The same shape alone says little of a single text or number; there the name, or the example, must say it too.
 */
final class Moves {
    private final Example before;
    private final Example after;

    private Moves(Example before, Example after) {
        this.before = before;
        this.after = after;
    }

    /** The differences, each move as one of them, in the place of what came. */
    static List<Difference> of(List<Difference> differences, Example before, Example after) {
        Moves moves = new Moves(before, after);
        List<Difference> gone = new ArrayList<>(differences.stream()
                .filter(each -> each.change() == Change.REMOVED)
                .toList());
        List<Difference> told = new ArrayList<>();
        for (Difference each : differences) {
            Optional<Difference> former = each.change() == Change.ADDED ? moves.former(each, gone) : Optional.empty();
            former.ifPresent(gone::remove);
            told.add(former.map(each::movedFrom).orElse(each));
        }
        told.removeIf(each -> each.change() == Change.REMOVED && !gone.contains(each));
        return told;
    }

    private Optional<Difference> former(Difference came, List<Difference> gone) {
        return gone.stream()
                .filter(went -> signs(went.place(), came.place()) > 0)
                .max(Comparator.comparingInt(went -> signs(went.place(), came.place())));
    }

    /** How much speaks for a move; 0 when too little does. */
    private int signs(String from, String to) {
        Optional<JsonValue> was = before.at(from);
        Optional<JsonValue> is = after.at(to);
        if (was.isEmpty() || is.isEmpty() || !shape(was.get()).equals(shape(is.get()))) {
            return 0;
        }
        boolean sameName = name(from).equals(name(to));
        boolean nearName = NearNames.nearest(name(from), List.of(name(to))).isPresent();
        boolean sameExample = was.get().equals(is.get());
        boolean telling = was.get().isContainer() && !isBare(was.get());
        return (sameName ? 8 : 0) + (sameExample ? 4 : 0) + (nearName ? 2 : 0) + (telling ? 1 : 0);
    }

    /** Whether nothing stands in it, so that its shape tells nothing. */
    private static boolean isBare(JsonValue container) {
        return container instanceof JsonObject object
                ? object.isEmpty()
                : container instanceof JsonArray array && array.isEmpty();
    }

    private static String name(String path) {
        List<Token> tokens = RulePath.parse(path).map(RulePath::tokens).orElse(List.of());
        return tokens.isEmpty() || !(tokens.get(tokens.size() - 1) instanceof Field field) ? path : field.name();
    }

    /** Kinds and keys, without values; of an array the shape of its first element. */
    private static Object shape(JsonValue value) {
        if (value instanceof JsonObject object) {
            TreeMap<String, Object> shapes = new TreeMap<>();
            object.forEach((key, entry) -> shapes.put(key, shape(entry)));
            return shapes;
        }
        return value instanceof JsonArray array
                ? List.copyOf(array.stream().limit(1).map(Moves::shape).toList())
                : value.kind();
    }
}
