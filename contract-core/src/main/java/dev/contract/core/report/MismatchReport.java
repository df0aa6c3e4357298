package dev.contract.core.report;

import dev.contract.core.body.Body;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The mismatches of one exchange as text.
 *
 * <pre>{@code
 * Facts facts = new Facts("FAILED  get an order");
 * MismatchReport.of(result, expected.body(), actual.body()).addTo(facts, 8, "--report json=FILE has them all");
 * }</pre>
 *
 * <pre>
 * FAILED  get an order
 *   status  Expected status 200 but was 202
 *   body    $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
 *   body    $.age: Expected '30' (String) to be an integer
 *           … and 7 more (--report json=FILE has them all)
 * </pre>
 *
 * <p>Immutable.
 */
public final class MismatchReport {
    private final List<Finding> findings;

    private MismatchReport(List<Finding> findings) {
        this.findings = findings;
    }

    /** A report on an exchange whose bodies were these; the bodies are looked into for what a missing key was renamed to. */
    public static MismatchReport of(MatchResult result, Body expected, Body actual) {
        boolean keys = result.mismatches().stream()
                .anyMatch(mismatch -> !mismatch.missingKeys().isEmpty());
        Bodies bodies = keys ? Bodies.of(expected, actual) : Bodies.of(Body.MISSING, Body.MISSING);
        return new MismatchReport(result.mismatches().stream()
                .flatMap(mismatch -> findings(mismatch, bodies))
                .toList());
    }

    private static Stream<Finding> findings(Mismatch mismatch, Bodies bodies) {
        if (mismatch.missingKeys().isEmpty()) {
            return Stream.of(new Finding(
                    mismatch.kind().text(),
                    mismatch.where(),
                    Excerpt.sentence(mismatch),
                    mismatch.expected(),
                    mismatch.actual(),
                    Optional.empty()));
        }
        return mismatch.missingKeys().stream().map(key -> missing(mismatch, key, bodies));
    }

    private static Finding missing(Mismatch mismatch, String key, Bodies bodies) {
        Optional<String> renamed = new Renames(bodies).of(mismatch, key);
        Optional<String> example = bodies.expected(mismatch.where(), key).map(Excerpt::of);
        String sentence =
                "Expected a value" + example.map(value -> " such as " + value).orElse("")
                        + ", but there is no such key"
                        + renamed.map(name -> "; perhaps renamed to " + Quoted.text(name))
                                .orElse("");
        return new Finding(
                mismatch.kind().text(),
                mismatch.where() + RulePath.step(key),
                sentence,
                example.orElse(null),
                null,
                renamed);
    }

    /** The same with each finding changed: to hide what nobody may see. */
    public MismatchReport with(UnaryOperator<Finding> change) {
        return new MismatchReport(findings.stream().map(change).toList());
    }

    /** The same with further findings at its end. */
    public MismatchReport plus(List<Finding> others) {
        return new MismatchReport(
                Stream.concat(findings.stream(), others.stream()).toList());
    }

    /** Every difference, in the order of the result; an object that lacks several keys has one finding for each. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Adds a line for each finding, as many as fit, and then how many are left out.
     *
     * @param lines the most to add, at least 2
     * @param rest where all of them can be seen
     */
    public Facts addTo(Facts facts, int lines, String rest) {
        int shown = findings.size() <= lines ? findings.size() : lines - 1;
        findings.stream().limit(shown).forEach(finding -> facts.add(name(finding), finding.line()));
        if (shown < findings.size()) {
            facts.add("", "… and " + (findings.size() - shown) + " more (" + rest + ")");
        }
        return facts;
    }

    /** A body of another type is a matter of the body; the long name would push all facts aside. */
    private static String name(Finding finding) {
        return finding.part().equals(Mismatch.Kind.BODY_CONTENT_TYPE.text()) ? "body" : finding.part();
    }
}
