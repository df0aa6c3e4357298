package dev.contract.core.format;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in one file, with its places. One thread at a time. */
final class Findings {
    /** The shape of a file: attributes missing, of a wrong kind, or in a wrong place. */
    static final String FILE = "CONTRACT-FILE";

    /** Interactions that are nothing that could be used, and so are lost to whoever wrote them. */
    static final String TYPE = "CONTRACT-TYPE";

    static final String VERSION = "CONTRACT-VERSION";
    static final String BODY = "CONTRACT-BODY";
    static final String RULE = "CONTRACT-RULE";
    static final String GENERATOR = "CONTRACT-GENERATOR";

    private final String source;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable String interaction;

    /** A problem and where it is, for the order. */
    private record Finding(int line, int column, Problem problem) {}

    Findings(String source) {
        this.source = source;
    }

    /** Whatever follows is about the interaction of this description; null: about the file as a whole. */
    void enter(@Nullable String description) {
        interaction = description;
    }

    /** Problems that know their places themselves; they come first. */
    void addAll(List<Problem> others) {
        others.forEach(problem -> findings.add(new Finding(0, 0, problem)));
    }

    void add(JsonValue place, Problem problem) {
        Location location = place.location();
        findings.add(new Finding(
                location == null ? 0 : location.line(),
                location == null ? 0 : location.column(),
                problem.at(where(location))));
    }

    /** An attribute of a wrong kind, without which the file would say something else. */
    void refused(String name, String expected, JsonValue actual) {
        add(
                actual,
                Problem.error(FILE, "the attribute " + Quoted.text(name) + " must be " + expected)
                        .found(found(actual)));
    }

    /** In the order of the file. */
    List<Problem> problems() {
        return findings.isEmpty() ? List.of() : sorted();
    }

    private List<Problem> sorted() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .map(Finding::problem)
                .toList();
    }

    private String where(@Nullable Location location) {
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
