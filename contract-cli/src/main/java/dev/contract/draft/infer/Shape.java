package dev.contract.draft.infer;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of values of one JSON kind.
 *
 * <p>Immutable.
 */
public sealed interface Shape {

    <R> R fold(Cases<R> cases);

    /** Something to do for each kind of shape. */
    interface Cases<R> {
        R flag(Flag flag);

        R digits(Digits digits);

        R text(Text text);

        R elements(Elements elements);

        R fields(Fields fields);

        R entries(Entries entries);
    }

    /** Whether this is an object or array. */
    default boolean isContainer() {
        return this instanceof Elements || this instanceof Fields || this instanceof Entries;
    }

    /** How numbers were written. */
    enum Numeral {
        /** Without fraction and exponent. */
        INTEGER,
        /** With a fraction. */
        DECIMAL,
        /** Both, or with exponents. */
        NUMBER
    }

    /**
     * A boolean.
     *
     * @param constant whether it was always the same
     */
    record Flag(JsonBoolean example, boolean constant) implements Shape {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.flag(this);
        }
    }

    /**
     * A number.
     *
     * @param constant whether it was always the same
     */
    record Digits(Numeral numeral, JsonNumber example, boolean constant) implements Shape {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.digits(this);
        }
    }

    /**
     * A text.
     *
     * @param values those that there are when the form is {@link TextForm#ENUM}, sorted; else none
     * @param constant whether it was always the same
     */
    record Text(TextForm form, List<String> values, String example, boolean constant) implements Shape {
        public Text {
            values = List.copyOf(values);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /**
     * An array.
     *
     * @param element the type that all elements have in common
     * @param fewest how many elements there were at least
     */
    record Elements(InferredType element, int fewest) implements Shape {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.elements(this);
        }
    }

    /**
     * An object whose keys are names.
     *
     * @param fields in the order in which they came
     */
    record Fields(Map<String, Field> fields) implements Shape {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.fields(this);
        }
    }

    /** A field, and whether objects did without it. */
    record Field(InferredType type, boolean optional) {}

    /**
     * An object whose keys are data.
     *
     * @param keys the form of the keys
     * @param exampleKey one of them
     * @param value the type that all values have in common
     */
    record Entries(TextForm keys, String exampleKey, InferredType value) implements Shape {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.entries(this);
        }
    }
}
