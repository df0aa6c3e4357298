package dev.contract.core.format;

import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Optional;

/** Values that ought to be strings. */
final class Scalars {
    private Scalars() {}

    /** The text of a string; that of a number or boolean, with a warning; empty for null, with a warning, and for all else, with an error. */
    static Optional<String> text(String name, JsonValue value, Findings findings) {
        return switch (value.kind()) {
            case STRING -> value.asString();
            case NUMBER, BOOLEAN -> {
                findings.add(
                        value,
                        Problem.warning(
                                        Findings.FILE,
                                        "the value of " + Quoted.text(name) + " must be a string, and is read as one")
                                .found(Findings.found(value))
                                .mend("write it in quotes"));
                yield Optional.of(value.toJson());
            }
            case NULL -> {
                findings.add(
                        value,
                        Problem.warning(
                                        Findings.FILE,
                                        "the value of " + Quoted.text(name) + " must be a string, and is left out")
                                .found(Findings.found(value)));
                yield Optional.empty();
            }
            case OBJECT, ARRAY -> {
                findings.refused(name, "a string", value);
                yield Optional.empty();
            }
        };
    }
}
