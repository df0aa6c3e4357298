package dev.contract.core.format;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in one file, with its places. One thread at a time. */
final class Findings {
    /** The shape of a file: attributes missing, of a wrong kind, or in a wrong place. */
    static final String FILE = "CONTRACT-FILE";

    static final String VERSION = "CONTRACT-VERSION";
    static final String BODY = "CONTRACT-BODY";
    static final String RULE = "CONTRACT-RULE";
    static final String GENERATOR = "CONTRACT-GENERATOR";

    private final String source;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable String interaction;

    Findings(String source) {
        this.source = source;
    }

    /** Whatever follows is about the interaction of this description; null: about the file as a whole. */
    void enter(@Nullable String description) {
        interaction = description;
    }

    void addAll(List<Problem> others) {
        problems.addAll(others);
    }

    void add(JsonValue place, Problem problem) {
        problems.add(problem.at(where(place)));
    }

    /** An attribute of a wrong kind, which is not used. */
    void ignored(String name, String expected, JsonValue actual) {
        add(
                actual,
                Problem.warning(
                                FILE,
                                "the attribute " + Quoted.text(name) + " must be " + expected + ", so it is ignored")
                        .found(found(actual)));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private String where(JsonValue place) {
        Location location = place.location();
        String text = location == null ? source : location.toString();
        return interaction == null ? text : text + ", interaction " + Quoted.text(interaction);
    }

    /** A value in words: its kind, and itself when that is short. */
    static String found(JsonValue value) {
        return switch (value.kind()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "the string " + Quoted.text(((JsonString) value).text());
            case NUMBER -> "the number " + value;
            case BOOLEAN, NULL -> value.toString();
        };
    }
}
