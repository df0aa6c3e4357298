package dev.contract.provider.strength;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Walks an example and an answer side by side and changes what both have, one value at a time. Of an array the last element stands for
 * all. Used once.
 */
final class JsonMutants {
    /** Changes beyond this many are not thought of. */
    private static final int MOST = 10_000;

    private static final JsonNumber BEYOND_64_BITS = JsonNumber.parse("184467440737095516160");
    private static final String UNEXPECTED = "unexpected";

    private final OpenPlaces open;
    private final Sink sink;
    private int count;

    /** Takes the changed documents, each of which is made only when it is asked for. */
    interface Sink {
        void add(Weakness weakness, boolean tolerated, Supplier<JsonValue> document);
    }

    /** A value's place, and the document with another value there. */
    private record Place(RulePath path, UnaryOperator<JsonValue> document) {
        Place below(Token step, UnaryOperator<JsonValue> container) {
            return new Place(path.then(step), value -> document.apply(container.apply(value)));
        }

        /** {@code $.items[*].id}: what is so of one element is so of the others. */
        String shown() {
            List<Token> steps = path.tokens().stream()
                    .<Token>map(step -> step instanceof Index ? new AnyIndex() : step)
                    .toList();
            return new RulePath(steps).toString();
        }
    }

    JsonMutants(OpenPlaces open, Sink sink) {
        this.open = open;
        this.sink = sink;
    }

    void visit(JsonValue example, JsonValue answer) {
        visit(example, answer, new Place(RulePath.ROOT, UnaryOperator.identity()));
    }

    private void visit(JsonValue example, JsonValue answer, Place place) {
        if (count >= MOST || answer.kind() == JsonValue.Kind.NULL) {
            return;
        }
        replace(place, "null", "match it by its type, without nullable(…) or a rule for null", JsonNull.NULL);
        switch (answer.kind()) {
            case OBJECT -> object(example, (JsonObject) answer, place);
            case ARRAY -> array(example, (JsonArray) answer, place);
            case STRING -> string((JsonString) answer, place);
            case NUMBER -> number((JsonNumber) answer, place);
            case BOOLEAN -> retype(place, "a string", "like(…)", JsonString.of(answer.toJson()));
            case NULL -> {}
        }
    }

    private void string(JsonString answer, Place place) {
        retype(place, "a number", "like(…) as well", JsonNumber.of(1));
        if (!answer.text().isEmpty()) {
            replace(place, "empty", "match it with notEmpty(…) or regex(…)", JsonString.of(""));
        }
    }

    private void number(JsonNumber answer, Place place) {
        retype(place, "a string", "integer(…), decimal(…) or number(…)", JsonString.of(answer.text()));
        if (answer.isInteger()) {
            retype(place, "a number with a fraction", "integer(…)", JsonNumber.parse(answer.text() + ".5"));
            retype(place, "beyond 64 bits", "integer(…)", BEYOND_64_BITS);
        }
    }

    private void object(JsonValue example, JsonObject answer, Place place) {
        retype(place, "an array", "like(…)", JsonArray.of(answer));
        boolean isOpen = open.has(place.path());
        if (!answer.isEmpty() && !isOpen) {
            replace(place, "empty", "expect the keys that the consumer reads", JsonObject.EMPTY);
        }
        if (!answer.has(UNEXPECTED)) {
            Weakness tolerance = new Weakness(place.shown(), "larger by a key", "responses may have more keys");
            add(tolerance, true, () -> place.document().apply(answer.with(UNEXPECTED, JsonBoolean.TRUE)));
        }
        if (example instanceof JsonObject expected) {
            expected.forEach((name, value) ->
                    answer.get(name).ifPresent(actual -> entry(name, value, actual, answer, place, !isOpen)));
        }
    }

    private void entry(
            String name, JsonValue example, JsonValue actual, JsonObject owner, Place place, boolean isNeeded) {
        Place below = place.below(new Field(name), value -> owner.with(name, value));
        if (isNeeded) {
            String mend = "expect it without a rule that lets it be left out";
            Weakness weakness = new Weakness(below.shown(), "missing", mend);
            add(weakness, false, () -> place.document().apply(owner.without(name)));
        }
        visit(example, actual, below);
    }

    private void array(JsonValue example, JsonArray answer, Place place) {
        retype(place, "an object", "eachLike(…)", JsonObject.EMPTY);
        if (answer.isEmpty() || open.has(place.path())) {
            return;
        }
        replace(place, "empty", "match it with eachLike(…), which wants one element, or notEmpty(…)", JsonArray.EMPTY);
        int last = answer.size() - 1;
        Weakness weakness = new Weakness(
                place.shown(),
                "longer by an element of another kind",
                "match it with eachLike(…), which looks at every element");
        add(weakness, false, () -> place.document().apply(with(answer, last + 1, another(answer.get(last)))));
        if (example instanceof JsonArray expected && !expected.isEmpty()) {
            visit(
                    expected.get(Math.min(last, expected.size() - 1)),
                    answer.get(last),
                    place.below(new Index(last), value -> with(answer, last, value)));
        }
    }

    private static JsonArray with(JsonArray array, int position, JsonValue value) {
        List<JsonValue> elements = new ArrayList<>(array.elements());
        if (position == elements.size()) {
            elements.add(value);
        } else {
            elements.set(position, value);
        }
        return JsonArray.of(elements);
    }

    private static JsonValue another(JsonValue value) {
        return value.kind() == JsonValue.Kind.STRING ? JsonNumber.of(1) : JsonString.of(UNEXPECTED);
    }

    private void retype(Place place, String becomes, String matcher, JsonValue value) {
        replace(place, becomes, "match it with " + matcher, value);
    }

    private void replace(Place place, String becomes, String mend, JsonValue value) {
        Weakness weakness = new Weakness(place.shown(), becomes, mend);
        add(weakness, false, () -> place.document().apply(value));
    }

    private void add(Weakness weakness, boolean tolerated, Supplier<JsonValue> document) {
        if (count < MOST) {
            count++;
            sink.add(weakness, tolerated, document);
        }
    }
}
