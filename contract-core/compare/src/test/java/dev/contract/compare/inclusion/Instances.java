package dev.contract.compare.inclusion;

import static dev.contract.core.law.Values.chance;
import static dev.contract.core.law.Values.one;

import dev.contract.compare.accept.Later;
import dev.contract.compare.accept.Lists;
import dev.contract.compare.accept.Members;
import dev.contract.compare.accept.Shape;
import dev.contract.compare.accept.TextRule;
import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.compare.automaton.Containment;
import dev.contract.compare.automaton.Language;
import dev.contract.compare.automaton.NotRegularException;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Values that a shape is likely to accept, at random: by what it says, and by small changes of others. */
final class Instances {
    private final RandomGenerator random;
    private final Map<Carrier, Map<Texts, List<String>>> texts = new EnumMap<>(Carrier.class);

    Instances(RandomGenerator random) {
        this.random = random;
    }

    /** Any of the shape, or, now and then, one with a change that it knows nothing of. */
    JsonValue of(Shape shape) {
        JsonValue value = value(shape, 6);
        return chance(random, 3) ? changed(value) : value;
    }

    private JsonValue value(Shape shape, int depth) {
        if (shape.isAnything() || depth == 0) {
            return Values.json(random);
        }
        List<Supplier<JsonValue>> kinds = new ArrayList<>();
        if (shape.nulls()) {
            kinds.add(() -> JsonNull.NULL);
        }
        shape.booleans().forEach(each -> kinds.add(() -> JsonBoolean.of(each)));
        shape.objects().forEach(each -> kinds.add(() -> object(each, depth)));
        shape.arrays().forEach(each -> kinds.add(() -> array(each, depth)));
        if (!shape.strings().isNone()) {
            kinds.add(() -> JsonString.of(text(shape.strings(), Carrier.STRING)));
        }
        if (!shape.numbers().isNone()) {
            kinds.add(() -> JsonNumber.parse(text(shape.numbers(), Carrier.NUMBER)));
        }
        return kinds.isEmpty() ? shape.example() : one(random, kinds).get();
    }

    private JsonValue object(Members members, int depth) {
        JsonObject.Builder object = JsonObject.builder();
        members.known().forEach((name, member) -> {
            if (member.required() || chance(random, 2)) {
                object.put(name, value(member.shape().get(), depth - 1));
            }
        });
        if (members.others() != null) {
            for (int i = random.nextInt(3); i > 0; i--) {
                String name = members.names().isAll()
                        ? one(random, "id", "name", "other", "7")
                        : text(members.names(), Carrier.PLAIN);
                Later shape = members.at(name);
                if (shape != null) {
                    object.put(name, value(shape.get(), depth - 1));
                }
            }
        }
        return object.build();
    }

    private JsonValue array(Lists lists, int depth) {
        int room = Math.min(4, lists.max() - lists.min());
        int size = lists.min() + (room <= 0 ? 0 : random.nextInt(room + 1));
        List<JsonValue> elements = new ArrayList<>();
        if (lists instanceof Lists.Unordered unordered) {
            unordered.examples().forEach(each -> elements.add(value(each.get(), depth - 1)));
            shuffle(elements);
            while (elements.size() > size) {
                elements.remove(elements.size() - 1);
            }
            while (elements.size() < size) {
                elements.add(random.nextInt(elements.size() + 1), Values.json(random));
            }
            return JsonArray.of(elements);
        }
        Lists.Elements positions = (Lists.Elements) lists;
        for (int i = 0; i < size; i++) {
            elements.add(value(positions.at(i).get(), depth - 1));
        }
        positions
                .contained()
                .forEach(each -> elements.add(random.nextInt(elements.size() + 1), value(each.get(), depth - 1)));
        return JsonArray.of(elements);
    }

    private void shuffle(List<JsonValue> elements) {
        for (int i = elements.size() - 1; i > 0; i--) {
            elements.set(i, elements.set(random.nextInt(i + 1), elements.get(i)));
        }
    }

    String text(Texts accepted, Carrier carrier) {
        List<String> known = texts.computeIfAbsent(carrier, each -> new HashMap<>())
                .computeIfAbsent(accepted, each -> listed(each, carrier));
        if (known.isEmpty() || (accepted.isAll() && chance(random, 2))) {
            return carrier == Carrier.NUMBER ? one(random, "1", "2.5", "-7e3") : Values.text(random);
        }
        return one(random, known);
    }

    private static List<String> listed(Texts accepted, Carrier carrier) {
        Stream<String> regular = accepted.rows().stream().flatMap(row -> listed(row).stream());
        return Stream.concat(regular, Guesses.texts(accepted, Texts.NONE, carrier))
                .filter(text -> carrier != Carrier.NUMBER || Guesses.isNumber(text))
                .filter(accepted::accepts)
                .distinct()
                .toList();
    }

    private static List<String> listed(List<TextRule> row) {
        try {
            List<Language> languages = new ArrayList<>();
            for (TextRule rule : row) {
                languages.add(Language.of(rule.cover()));
            }
            return Containment.texts(languages, 60).texts();
        } catch (NotRegularException e) {
            return List.of();
        }
    }

    private JsonValue changed(JsonValue value) {
        if (value instanceof JsonObject object && !object.isEmpty() && !chance(random, 5)) {
            String name = one(random, object.names());
            return switch (random.nextInt(4)) {
                case 0 -> object.without(name);
                case 1 -> object.with(Values.text(random), Values.json(random));
                default -> object.with(name, changed(object.find(name)));
            };
        }
        if (value instanceof JsonArray array && !array.isEmpty() && !chance(random, 5)) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            int at = random.nextInt(elements.size());
            switch (random.nextInt(4)) {
                case 0 -> elements.remove(at);
                case 1 -> elements.add(elements.get(at));
                case 2 -> shuffle(elements);
                default -> elements.set(at, changed(elements.get(at)));
            }
            return JsonArray.of(elements);
        }
        return Values.json(random);
    }
}
