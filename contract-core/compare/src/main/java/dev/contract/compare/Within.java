package dev.contract.compare;

import dev.contract.compare.accept.Shape;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.secret.Secrets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields within the objects of a body that came, or went, as a whole; each is the partner of one other at most. Used once. */
final class Within {
    private static final int MOST = 1_000;

    private final Map<String, List<Inner>> byName = new HashMap<>();
    private final Optional<Shape> accepted;

    /** A field, and the difference that tells of the object around it. */
    private record Inner(RulePath path, JsonValue value, Difference around) {}

    Within(List<Difference> differences, Change change, Example example) {
        Deque<Inner> open = new ArrayDeque<>();
        for (Difference each : differences) {
            if (each.change() == change) {
                RulePath.parse(each.place())
                        .ifPresent(path -> example.at(path).ifPresent(value -> open.add(new Inner(path, value, each))));
            }
        }
        for (int i = 0; i < MOST && !open.isEmpty(); i++) {
            Inner next = open.remove();
            next.value().asObject().ifPresent(object -> open.addAll(fields(object, next)));
        }
        accepted = byName.isEmpty() ? Optional.empty() : example.shape().get();
    }

    private List<Inner> fields(JsonObject object, Inner around) {
        List<Inner> fields = new ArrayList<>();
        for (int i = 0; i < Math.min(object.size(), MOST); i++) {
            String name = object.nameAt(i);
            Inner field = new Inner(around.path().then(new Field(name)), object.valueAt(i), around.around());
            byName.computeIfAbsent(name, any -> new ArrayList<>()).add(field);
            fields.add(field);
        }
        return fields;
    }

    /** One of the same name, shape and expectation, as a difference of its own. */
    Optional<Difference> partner(Difference moved, Optional<JsonValue> value, String words) {
        if (value.isEmpty() || words.contains(Secrets.MASK)) {
            return Optional.empty();
        }
        List<Inner> named = byName.getOrDefault(Moves.name(moved.place()), List.of());
        Optional<Inner> found = named.stream()
                .filter(each -> Moves.shape(each.value()).equals(Moves.shape(value.get())))
                .filter(each -> accepts(each.path(), words))
                .findFirst();
        found.ifPresent(named::remove);
        return found.map(each -> each.around().within(each.path().toString(), words));
    }

    private boolean accepts(RulePath path, String words) {
        return accepted.flatMap(shape -> Example.words(shape, path))
                .filter(words::equals)
                .isPresent();
    }
}
