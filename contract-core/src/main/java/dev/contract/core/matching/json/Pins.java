package dev.contract.core.matching.json;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.Pin;
import dev.contract.core.matching.rule.Equality;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a document demands. What is near the root comes first, single values before whole objects and arrays, and of very large
 * documents only the beginning: enough to tell them apart, and hardly ever too little. One thread at a time.
 */
final class Pins {
    private static final int MOST = 64;

    private final Deque<Runnable> further = new ArrayDeque<>();
    private final List<Pin> values = new ArrayList<>();
    private final List<Pin> wholes = new ArrayList<>();

    private Pins() {}

    static List<Pin> of(Node root) {
        Pins pins = new Pins();
        root.pin(RulePath.ROOT, pins);
        while (!pins.isFull() && !pins.further.isEmpty()) {
            pins.further.remove().run();
        }
        pins.values.addAll(pins.wholes);
        return pins.values;
    }

    private boolean isFull() {
        return values.size() + wholes.size() >= MOST;
    }

    /** An entry of an object, which must be there. */
    void entry(RulePath above, String name, Node node) {
        further.add(() -> node.pin(above.then(new Field(name)), this));
    }

    /** An element of an array, which must be there. */
    void element(RulePath above, int position, Node node) {
        further.add(() -> node.pin(above.then(new Index(position)), this));
    }

    /** A value that must be there as it is. */
    void value(RulePath here, JsonValue expected) {
        if (expected.isContainer()) {
            wholes.add(new Pin(new Place(here), Equality.hash(expected)));
            inside(here, expected);
        } else {
            values.add(new Pin(new Place(here), Equality.hash(expected)));
        }
    }

    private void inside(RulePath here, JsonValue expected) {
        if (expected instanceof JsonObject object) {
            for (int i = 0; i < Math.min(MOST, object.size()); i++) {
                below(here.then(new Field(object.nameAt(i))), object.valueAt(i));
            }
        } else if (expected instanceof JsonArray array) {
            for (int i = 0; i < Math.min(MOST, array.size()); i++) {
                below(here.then(new Index(i)), array.get(i));
            }
        }
    }

    private void below(RulePath here, JsonValue expected) {
        if (expected.isContainer()) {
            further.add(() -> inside(here, expected));
        } else {
            value(here, expected);
        }
    }

    /** A place in bodies that are read as JSON by everybody. */
    private record Place(RulePath path) implements Pin.Place {
        @Override
        public @Nullable Integer hash(HttpRequest request, ActualBody body) {
            if (!body.body().isPresent() || !body.type().isJson()) {
                return null;
            }
            JsonValue root = JsonFormat.reading(body).value();
            return root == null ? 0 : path.in(root).map(Equality::hash).orElse(0);
        }
    }
}
