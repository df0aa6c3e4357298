package dev.contract.lint;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.schema.ContractSchema;
import dev.contract.core.schema.JsonSchema.Violation;
import dev.contract.lint.LintFinding.Place;
import dev.contract.lint.LintFinding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shape of the file: what its reader says, and what its JSON Schema says of places where the reader says nothing. */
final class FileCheck {
    private final String source;
    private final Set<Location> known = new HashSet<>();
    private final Set<String> badlyRuled = new HashSet<>();

    FileCheck(String source) {
        this.source = source;
    }

    /** Descriptions of interactions that have a rule which the reader has complained of. */
    Set<String> badlyRuled() {
        return badlyRuled;
    }

    void problems(List<Problem> problems, Report report) {
        for (Problem problem : problems) {
            Place place = place(problem.where());
            if (problem.code().equals("CONTRACT-RULE") && place.interaction() != null) {
                badlyRuled.add(place.interaction());
            }
            known.add(place.location());
            // reading goes on without such an interaction, and its author has lost it
            boolean lost = problem.code().equals("CONTRACT-TYPE");
            Severity severity = problem.isError() || lost ? Severity.ERROR : Severity.WARNING;
            report.add(
                    new LintFinding(problem.code(), severity, problem.what(), place, problem.found(), problem.mend()));
        }
    }

    /** Problems of files say where they are in words; this is the way back. */
    private Place place(@Nullable String where) {
        Matcher words = Pattern.compile(
                        Pattern.quote(source) + "(?::(\\d{1,9}):(\\d{1,9}))?(?:, interaction \"(.*)\")?",
                        Pattern.DOTALL)
                .matcher(where == null ? source : where);
        if (!words.matches()) {
            return new Place(Location.of(source), null, "");
        }
        Location location = words.group(1) == null
                ? Location.of(source)
                : new Location(source, Integer.parseInt(words.group(1)), Integer.parseInt(words.group(2)));
        return new Place(location, words.group(3), "");
    }

    void schema(JsonObject written, SpecVersion version, Report report) {
        for (Violation violation : ContractSchema.of(version).check(written)) {
            Place place = place(written, violation.path());
            if (known.add(place.location())) {
                report.error(
                        "LINT-SCHEMA",
                        "the file does not follow the JSON Schema of its version",
                        place,
                        violation.text(),
                        "correct it; the schema is " + Quoted.text(ContractSchema.id(version)));
            }
        }
    }

    private Place place(JsonObject written, String path) {
        JsonValue found = written;
        String description = null;
        for (Token token : RulePath.parse(path).map(RulePath::tokens).orElse(List.of())) {
            Optional<JsonValue> next = Steps.step(found, token);
            if (next.isEmpty()) {
                break;
            }
            description = found instanceof JsonArray && description == null ? description(next.get()) : description;
            found = next.get();
        }
        Location location = found.location();
        return new Place(location == null ? Location.of(source) : location, description, path);
    }

    private static @Nullable String description(JsonValue interaction) {
        return interaction
                .asObject()
                .flatMap(object -> object.string("description"))
                .orElse(null);
    }
}
