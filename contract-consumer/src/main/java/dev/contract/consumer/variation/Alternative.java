package dev.contract.consumer.variation;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Quoted;
import dev.contract.core.problem.Shortened;

/**
 * A value that may come instead of an example, if the rules of its place permit it.
 *
 * @param what is special about it, in words; empty when it speaks for itself
 */
record Alternative(JsonValue value, String what) {
    private static final int LONGEST = 120;

    static Alternative of(JsonValue value) {
        return new Alternative(value, "");
    }

    static Alternative text(String text, String what) {
        return new Alternative(JsonString.of(text), what);
    }

    static Alternative number(String text, String what) {
        return new Alternative(JsonNumber.parse(text), what);
    }

    String shown() {
        return shown(value) + (what.isEmpty() ? "" : " (" + what + ")");
    }

    /** A value on one line. */
    static String shown(JsonValue value) {
        return value instanceof JsonString text
                ? Quoted.text(Shortened.to(LONGEST, text.text()))
                : Shortened.to(LONGEST, value.toJson());
    }
}
