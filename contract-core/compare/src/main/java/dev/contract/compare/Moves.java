package dev.contract.compare;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.problem.NearNames;
import dev.contract.core.secret.Secrets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Recognises fields of a JSON body that came in one place and went in another, with the same shape: they moved, or have another name. So do
 * headers and parameters of the same value or rule.
 *
 * <p>The same shape alone says little of a single text or number; there the name, or the example, must say it too. What moved into an object
 * that came, or out of one that went, is known by its name and by what is expected of it.
 */
final class Moves {
    private static final String BODY = "$";

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
        return moves.withWrapped(told);
    }

    private List<Difference> withWrapped(List<Difference> differences) {
        Within came = new Within(differences, Change.ADDED, after);
        Within went = new Within(differences, Change.REMOVED, before);
        return differences.stream()
                .map(each -> switch (each.change()) {
                    case REMOVED ->
                        came.partner(each, before.at(each.place()), each.before())
                                .map(inner -> inner.movedFrom(each))
                                .orElse(each);
                    case ADDED ->
                        went.partner(each, after.at(each.place()), each.after())
                                .map(each::movedFrom)
                                .orElse(each);
                    default -> each;
                })
                .toList();
    }

    private Optional<Difference> former(Difference came, List<Difference> gone) {
        if (!came.place().startsWith(BODY)) {
            return gone.stream().filter(went -> isNamedAnew(went, came)).findFirst();
        }
        return gone.stream()
                .filter(went -> signs(went.place(), came.place()) > 0)
                .max(Comparator.comparingInt(went -> signs(went.place(), came.place())));
    }

    /** Whether two of one part, headers for example, want the same, and not just anything. */
    private static boolean isNamedAnew(Difference went, Difference came) {
        String part = came.place().split(" ", 2)[0] + " ";
        String wanted = came.after();
        return went.place().startsWith(part)
                && wanted.equals(went.before())
                && wanted.contains("'")
                && !wanted.contains(Secrets.MASK);
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

    static String name(String path) {
        List<Token> tokens = RulePath.parse(path).map(RulePath::tokens).orElse(List.of());
        return tokens.isEmpty() || !(tokens.get(tokens.size() - 1) instanceof Field field) ? path : field.name();
    }

    /** Kinds and keys, without values; of an array the shape of its first element. */
    static Object shape(JsonValue value) {
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
