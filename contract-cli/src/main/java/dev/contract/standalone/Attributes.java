package dev.contract.standalone;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the attributes of an object in a body, and collects everything that is wrong with them. One thread at a time. */
final class Attributes {
    private static final String CODE = "STUB-ATTRIBUTE";

    private final JsonObject object;
    private final List<Problem> problems;
    private final Set<String> known = new TreeSet<>();

    /**
     * @param problems where to add what is wrong
     */
    Attributes(JsonObject object, List<Problem> problems) {
        this.object = object;
        this.problems = problems;
    }

    Optional<JsonValue> value(String name) {
        known.add(name);
        return object.get(name);
    }

    Optional<String> text(String name) {
        return as(name, JsonValue::asString, "a text");
    }

    Optional<Boolean> flag(String name) {
        return as(name, JsonValue::asBoolean, "true or false");
    }

    Optional<Double> number(String name) {
        return as(name, value -> value.asNumber().map(JsonNumber::decimal).map(BigDecimal::doubleValue), "a number");
    }

    Optional<Integer> whole(String name) {
        return as(name, value -> value.asNumber().flatMap(Attributes::exact), "a whole number of at most 32 bits");
    }

    private static Optional<Integer> exact(JsonNumber number) {
        try {
            return Optional.of(number.decimal().intValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    Optional<JsonObject> object(String name) {
        return as(name, JsonValue::asObject, "an object");
    }

    Optional<List<JsonObject>> objects(String name) {
        return as(name, Attributes::allObjects, "a list of objects");
    }

    private static Optional<List<JsonObject>> allObjects(JsonValue value) {
        return value.asArray().flatMap(array -> {
            List<JsonObject> objects = new ArrayList<>();
            array.forEach(each -> each.asObject().ifPresent(objects::add));
            return objects.size() == array.size() ? Optional.of(objects) : Optional.empty();
        });
    }

    private <T> Optional<T> as(String name, Function<JsonValue, Optional<T>> kind, String expected) {
        Optional<JsonValue> value = value(name);
        Optional<T> read = value.flatMap(kind);
        if (value.isPresent() && read.isEmpty()) {
            wrong(value.get(), "the attribute " + Quoted.text(name) + " must be " + expected);
        }
        return read;
    }

    /** One constant of an enumeration, as it is written in Java. */
    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).flatMap(text -> {
            List<String> names =
                    List.of(type.getEnumConstants()).stream().map(Enum::name).toList();
            if (names.contains(text)) {
                return Optional.of(Enum.valueOf(type, text));
            }
            problems.add(Problem.error(CODE, "the attribute " + Quoted.text(name) + " has none of its values")
                    .at(place(value(name).orElse(object)))
                    .found(Quoted.text(text))
                    .mend(NearNames.didYouMean(text, names, "write one of " + String.join(", ", names))));
            return Optional.empty();
        });
    }

    /** What a value makes of attributes; what it says against them is told with the place of the object. */
    <T> Optional<T> made(Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (ContractException e) {
            e.problems()
                    .forEach(problem -> problems.add(problem.where() == null ? problem.at(place(object)) : problem));
            return Optional.empty();
        }
    }

    void wrong(JsonValue value, String sentence) {
        problems.add(Problem.error(CODE, sentence).at(place(value)));
    }

    /** What was asked for by nobody is most probably misspelt. */
    void refuseOthers() {
        object.names().stream()
                .filter(name -> !known.contains(name))
                .forEach(
                        name -> problems.add(Problem.error(CODE, "there is no attribute " + Quoted.text(name) + " here")
                                .at(place(object.get(name).orElse(object)))
                                .mend(NearNames.didYouMean(name, known, "there are " + String.join(", ", known)))));
    }

    private static String place(JsonValue value) {
        return value.location() == null ? Call.BODY : value.location().toString();
    }
}
