package dev.contract.lint;

import dev.contract.core.matching.Mismatch;
import dev.contract.core.problem.Problem;
import dev.contract.lint.Expected.Verdict;
import dev.contract.lint.LintFinding.Place;
import dev.contract.lint.LintFinding.Severity;

/** An example has to be one of the values that its own rules accept: it is what stubs answer and verifiers send. */
final class ExampleCheck implements Check {
    private static final String CODE = "LINT-EXAMPLE";
    private static final int MOST = 10;

    @Override
    public void check(ContractFile file, Report report) {
        for (Exchange exchange : file.exchanges()) {
            if (file.badlyRuled().contains(exchange.interaction().description())) {
                continue; // what follows from a rule that cannot be used is no news
            }
            for (Expected part : exchange.parts()) {
                judge(exchange, part, part.verdict().get(), report);
            }
        }
    }

    /** Where a rule cannot be used, that is the reason of what else is wrong. */
    private static void judge(Exchange exchange, Expected part, Verdict verdict, Report report) {
        for (Problem problem : verdict.problems()) {
            Severity severity = verdict.result().matches() ? Severity.WARNING : Severity.ERROR;
            Place place = exchange.place(part, ".matchingRules", "matchingRules");
            report.add(new LintFinding(CODE, severity, problem.what(), place, problem.found(), problem.mend()));
        }
        if (verdict.problems().isEmpty()) {
            verdict.result().mismatches().stream()
                    .limit(MOST)
                    .forEach(mismatch -> refused(exchange, part, mismatch, report));
        }
    }

    private static void refused(Exchange exchange, Expected part, Mismatch mismatch, Report report) {
        report.error(
                CODE,
                "an example is refused by its own rules",
                place(exchange, part, mismatch),
                mismatch.message(),
                "give an example that the rules accept, or rules that accept the example");
    }

    private static Place place(Exchange exchange, Expected part, Mismatch mismatch) {
        String where = mismatch.where().isEmpty() ? "" : " " + mismatch.where();
        return switch (mismatch.kind()) {
            case METHOD, PATH, STATUS ->
                exchange.place(
                        part, "." + mismatch.kind().text(), mismatch.kind().text());
            case QUERY -> exchange.place(part, ".query" + where, "query", mismatch.where());
            case HEADER -> exchange.place(part, ".headers" + where, "headers", mismatch.where());
            case METADATA -> exchange.place(part, ".metadata" + where, "metadata", mismatch.where());
            case BODY, BODY_CONTENT_TYPE ->
                exchange.place(part.name() + part.bodyName() + where, part.findInBody(mismatch.where()));
        };
    }
}
