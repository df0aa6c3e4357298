package dev.contract.openapi.document;

import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.schema.JsonSchema.Violation;
import dev.contract.core.schema.SchemaDialect;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schema of the document, ready to be checked in one direction.
 *
 * <p>Thread-safe.
 */
public final class CompiledSchema {
    /** What the library says of a property that a closed schema does not name. */
    private static final Pattern UNDESCRIBED =
            Pattern.compile("property '(.*)' is not .* and the schema does not allow \\w+ properties$", Pattern.DOTALL);

    private static final Pattern TYPE = Pattern.compile("[a-z]+ found, (\\S.*) expected$");

    private final Node node;
    private final Direction direction;
    private final SchemaTranslation translation;
    private final Function<JsonValue, List<Violation>> judge;

    private CompiledSchema(
            Node node, Direction direction, SchemaTranslation translation, Function<JsonValue, List<Violation>> judge) {
        this.node = node;
        this.direction = direction;
        this.translation = translation;
        this.judge = judge;
    }

    /**
     * One way in which a value breaks the schema.
     *
     * @param path of the value, starting at {@code $}
     * @param text what the schema asks for there
     * @param found the value as JSON; {@code ""} when the whole is meant
     * @param rule where the document asks for it
     * @param isBarred whether all that is wrong is that the value goes the wrong way: {@code readOnly} in a request, {@code writeOnly} in
     *     a response
     */
    public record Difference(String path, String text, String found, Node rule, boolean isBarred) {}

    static CompiledSchema of(
            Node node, Direction direction, OpenApiVersion version, Subtypes subtypes, SchemaDialect dialect) {
        SchemaTranslation translation = new SchemaTranslation(version, direction, subtypes);
        return new CompiledSchema(node, direction, translation, judge(translation, node, dialect));
    }

    /** A schema that cannot be used at all is told by each value that is held against it. */
    private static Function<JsonValue, List<Violation>> judge(
            SchemaTranslation translation, Node node, SchemaDialect dialect) {
        try {
            return dialect.parse(translation.translate(node))::check;
        } catch (ContractException e) {
            Problem problem = e.problems().get(0);
            return unusable(problem.found() == null ? problem.what() : problem.found());
        } catch (StackOverflowError e) {
            return unusable("schemas inside each other, too deep to be read");
        }
    }

    private static Function<JsonValue, List<Violation>> unusable(String reason) {
        Violation violation = new Violation(
                "$", "cannot be checked, for the schema is not usable: " + reason, "", List.of(), List.of());
        return value -> List.of(violation);
    }

    /**
     * What breaks it, in the order of the schema; empty when nothing does. Of alternatives none of which fits, that is told which fits
     * best.
     */
    public List<Difference> check(JsonValue value) {
        List<Violation> violations = judge.apply(value);
        return Alternatives.nearest(direction == Direction.USED ? withoutEchoes(violations) : violations).stream()
                .map(this::difference)
                .toList();
    }

    /** Where one part of a schema does not fit, no property that it describes counts as described: that is told by what does not fit. */
    private static List<Violation> withoutEchoes(List<Violation> violations) {
        List<Violation> others = violations.stream()
                .filter(each -> !isOf(each, "unevaluatedProperties"))
                .toList();
        return violations.stream()
                .filter(each -> !isOf(each, "unevaluatedProperties")
                        || others.stream().noneMatch(other -> isWithin(other.path(), each.path())))
                .toList();
    }

    /** {@code $.a.b} and {@code $.a[0]} are within {@code $.a}, and {@code $.ab} is not. */
    private static boolean isWithin(String path, String outer) {
        return path.startsWith(outer)
                && (path.length() == outer.length() || ".[".indexOf(path.charAt(outer.length())) >= 0);
    }

    private static boolean isOf(Violation violation, String keyword) {
        List<String> rule = violation.rule();
        return !rule.isEmpty() && rule.get(rule.size() - 1).equals(keyword);
    }

    private Difference difference(Violation violation) {
        Node rule = violation.rule().isEmpty() ? node : translation.origin(violation.rule());
        if (violation.text().startsWith("schema for ") && isBarred(rule)) {
            return new Difference(violation.path(), "is " + direction.barred() + " in the document", "", rule, true);
        }
        if (direction == Direction.USED) {
            Matcher undescribed = UNDESCRIBED.matcher(violation.text());
            if (undescribed.find()) {
                String path = violation.path() + step(undescribed.group(1));
                String preface = violation.text().substring(0, undescribed.start());
                return new Difference(path, preface + "is not described by the document", "", rule, false);
            }
        }
        boolean namesWhatIsThere =
                violation.text().startsWith("required ") || violation.text().contains("property '");
        String found = namesWhatIsThere ? "" : violation.found();
        return new Difference(violation.path(), sentence(violation.text()), found, rule, false);
    }

    private static String step(String name) {
        return name.matches("[\\w$-]+") ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }

    private boolean isBarred(Node property) {
        return property.is(direction.barred())
                || property.resolved()
                        .filter(each -> each.is(direction.barred()))
                        .isPresent();
    }

    /** What was found is told apart: "is to be integer" for "string found, integer expected". */
    private static String sentence(String text) {
        Matcher type = TYPE.matcher(text);
        return type.find()
                ? type.replaceFirst(Matcher.quoteReplacement(
                        "is to be " + type.group(1).replaceAll("[\\[\\]]", "").replace(", ", " or ")))
                : text;
    }
}
