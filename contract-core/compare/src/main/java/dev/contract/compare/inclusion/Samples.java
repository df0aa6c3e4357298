package dev.contract.compare.inclusion;

import dev.contract.compare.accept.Later;
import dev.contract.compare.accept.Lists;
import dev.contract.compare.accept.Lists.Elements;
import dev.contract.compare.accept.Members;
import dev.contract.compare.accept.Shape;
import dev.contract.compare.accept.TextRule;
import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.compare.automaton.Language;
import dev.contract.compare.automaton.NotRegularException;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values that shapes accept: their examples where these are accepted, and as little else as possible. What is found nowhere, is found
 * out by the matcher: a sample is no more than likely to be accepted.
 */
final class Samples {
    static final int MOST_ELEMENTS = 2_000;
    private static final int MOST_TEXTS = 20;

    /** Of finding a text of a row, in steps. */
    private static final long WORK = 50;

    private Samples() {}

    /** A value; that of the example's kind where there is one. */
    static JsonValue of(Later shape) {
        return shape.example().orElseGet(() -> of(shape.get()));
    }

    /** A value; that of the example's kind where there is one. */
    static JsonValue of(Shape shape) {
        JsonValue example = shape.example();
        Budget.spend(WORK);
        if (Budget.isSpent()) {
            return example;
        }
        Optional<JsonValue> like =
                switch (example.kind()) {
                    case OBJECT -> shape.objects().stream().findFirst().map(each -> object(each, example));
                    case ARRAY -> shape.arrays().stream().findFirst().map(each -> array(each, example));
                    case STRING ->
                        text(shape.strings(), example.text(), Carrier.STRING).map(JsonString::of);
                    case NUMBER ->
                        text(shape.numbers(), example.text(), Carrier.NUMBER).map(JsonNumber::parse);
                    case BOOLEAN -> shape.booleans().stream().findFirst().map(JsonBoolean::of);
                    case NULL ->
                        Optional.of(JsonNull.NULL).filter(none -> shape.nulls()).map(each -> each);
                };
        return like.or(() -> any(shape)).orElse(example);
    }

    private static Optional<JsonValue> any(Shape shape) {
        return text(shape.strings(), "text", Carrier.STRING)
                .<JsonValue>map(JsonString::of)
                .or(() -> text(shape.numbers(), "1", Carrier.NUMBER).map(JsonNumber::parse))
                .or(() -> shape.booleans().stream().findFirst().map(JsonBoolean::of))
                .or(() -> shape.objects().stream().findFirst().map(each -> object(each, JsonObject.EMPTY)))
                .or(() -> shape.arrays().stream().findFirst().map(each -> array(each, JsonArray.EMPTY)))
                .or(() -> Optional.of(JsonNull.NULL).filter(none -> shape.nulls()));
    }

    /** A text, this one if it is accepted. */
    static Optional<String> text(Texts texts, String preferred, Carrier carrier) {
        Budget.spend(WORK * (1 + texts.rows().size()));
        if (Budget.isSpent()) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(preferred), texts.rows().stream().flatMap(row -> listed(row, carrier)))
                .filter(text -> (carrier != Carrier.NUMBER || Guesses.isNumber(text)) && texts.accepts(text))
                .findFirst()
                .or(() -> Guesses.texts(texts, Texts.NONE, carrier)
                        .filter(text -> (carrier != Carrier.NUMBER || Guesses.isNumber(text)) && texts.accepts(text))
                        .findFirst());
    }

    private static Stream<String> listed(List<TextRule> row, Carrier carrier) {
        List<Language> languages = new ArrayList<>();
        try {
            for (TextRule rule : row) {
                languages.add(Languages.of(rule.regex().orElseGet(rule::cover)));
            }
            if (carrier == Carrier.NUMBER) {
                languages.add(Languages.of("-?[1-9]\\d*(\\.\\d+)?|0"));
            }
            return Languages.texts(languages, MOST_TEXTS).texts().stream();
        } catch (NotRegularException e) {
            return Stream.of();
        }
    }

    static JsonObject object(Members members, JsonValue example) {
        JsonObject.Builder object = JsonObject.builder();
        JsonObject model = example.asObject().orElse(JsonObject.EMPTY);
        for (String name : model.names()) {
            Later shape = members.at(name);
            if (shape != null) {
                object.put(name, of(shape));
            }
        }
        members.known().forEach((name, member) -> {
            if (member.required() && !model.has(name)) {
                object.put(name, of(member.shape()));
            }
        });
        JsonObject built = object.build();
        return built.isEmpty() && members.nonEmpty() ? withOther(members, built) : built;
    }

    /** With one more entry, under a name that nobody agreed on, where there may be one. */
    static JsonObject withOther(Members members, JsonObject object) {
        Later others = members.others();
        if (others == null) {
            return members.known().entrySet().stream()
                    .findFirst()
                    .map(entry ->
                            object.with(entry.getKey(), of(entry.getValue().shape())))
                    .orElse(object);
        }
        return object.with(otherName(members, object), of(others));
    }

    private static String otherName(Members members, JsonObject object) {
        String name = text(members.names(), "other", Carrier.PLAIN).orElse("other");
        while (object.has(name) || members.known().containsKey(name)) {
            name += name.isEmpty() ? "x" : name.charAt(name.length() - 1);
        }
        return name;
    }

    static JsonArray array(Lists lists, JsonValue example) {
        return array(lists, example.asArray().map(JsonArray::size).orElse(0));
    }

    /** An array of a size, or of the size nearest to it that is accepted. */
    static JsonArray array(Lists lists, int size) {
        int wanted = Math.min(Math.min(Math.max(size, lists.min()), lists.max()), MOST_ELEMENTS);
        List<JsonValue> elements = new ArrayList<>();
        if (lists instanceof Elements positions) {
            positions.contained().forEach(each -> elements.add(of(each)));
            for (int i = elements.size(); i < wanted; i++) {
                elements.add(of(positions.at(i)));
            }
        } else if (lists instanceof Lists.Unordered unordered) {
            for (int i = 0; i < wanted; i++) {
                int examples = unordered.examples().size();
                elements.add(i < examples ? of(unordered.examples().get(i)) : JsonString.of("anything"));
            }
        }
        return JsonArray.of(elements);
    }
}
