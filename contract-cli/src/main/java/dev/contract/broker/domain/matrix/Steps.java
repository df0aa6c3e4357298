package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Comparison;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.matrix.Working.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells how an answer came about, step by step, in the order in which {@link Matrix} takes them. */
public final class Steps {
    private static final int MOST_LINES = 100;

    private final MatrixQuestion question;
    private final MatrixAnswer answer;
    private final Working working;

    private Steps(MatrixQuestion question, MatrixAnswer answer) {
        this.question = question;
        this.answer = answer;
        this.working = answer.working();
    }

    /** One step: what was done, and what came of it. */
    public record Step(String title, List<String> lines) {
        public Step {
            lines = lines.size() <= MOST_LINES
                    ? List.copyOf(lines)
                    : Stream.concat(
                                    lines.stream().limit(MOST_LINES),
                                    Stream.of("and " + (lines.size() - MOST_LINES) + " more"))
                            .toList();
        }
    }

    public static List<Step> of(MatrixQuestion question, MatrixAnswer answer) {
        Steps steps = new Steps(question, answer);
        return List.of(
                steps.versions(), steps.required(), steps.found(), steps.newest(), steps.counted(), steps.verdict());
    }

    private Step versions() {
        List<String> lines = new ArrayList<>();
        for (Member member : working.members()) {
            String role = member.named() ? "" : neighbour(member);
            if (member.everything()) {
                lines.add(member.party() + ", all versions: asked about");
            }
            member.chosen().forEach(chosen -> lines.add(chosen.version() + ": " + why(member, chosen.by()) + role));
            member.vain()
                    .forEach(pick -> lines.add(member.party() + ", none: there is not "
                            + pick.sought(member.party().name()) + role));
        }
        return new Step("Versions that take part", lines);
    }

    private static String why(Member member, Pick by) {
        return by.why().isEmpty() ? "asked about" : by.why() + (member.named() ? ", asked about" : "");
    }

    /** An application may be provider and consumer of those asked about at once. */
    private String neighbour(Member member) {
        boolean provider =
                working.required().stream().anyMatch(pair -> pair.provider().equals(member.party()));
        return provider ? "; a provider of what is asked about" : "; a consumer of what is asked about";
    }

    private Step required() {
        List<String> lines = new ArrayList<>();
        working.required()
                .forEach(pair -> lines.add(pair.consumer() + " needs " + pair.provider()
                        + ": the version asked about has a contract with it"));
        working.members().stream()
                .filter(member -> !member.named())
                .filter(member -> working.required().stream()
                        .noneMatch(pair -> pair.provider().equals(member.party())))
                .forEach(member -> lines.add(member.party()
                        + " is not needed: it is a consumer, and counts only with the versions that are there"));
        return new Step("Results that are required", orElse(lines, "none: what is asked about has no provider"));
    }

    private Step found() {
        return new Step(
                "Contracts and results between them",
                orElse(working.found().stream().map(Steps::line).toList(), "none"));
    }

    private Step newest() {
        LatestBy latestBy = question.latestBy();
        if (latestBy == null) {
            return new Step("The newest of each group", List.of("not looked for: every result counts"));
        }
        Set<MatrixRow> left = new HashSet<>(working.newest());
        List<String> dropped = working.found().stream()
                .filter(row -> !left.contains(row))
                .map(row -> "dropped: " + line(row))
                .toList();
        return new Step(
                "The newest of each " + latestBy.group(),
                orElse(dropped, "nothing is dropped: no row is older than another of its group"));
    }

    private Step counted() {
        List<String> lines = new ArrayList<>();
        for (MatrixRow row : answer.rows()) {
            lines.add((row.ignored() ? "ignored: " : "counts: ") + line(row));
        }
        int filtered = working.newest().size() - answer.rows().size();
        if (filtered > 0) {
            lines.add(filtered + " rows that nobody wanted to see do not count");
        }
        return new Step("What counts", orElse(lines, "nothing"));
    }

    private Step verdict() {
        Verdict verdict = answer.verdict();
        List<String> lines = new ArrayList<>();
        lines.add(verdict.success() + " passed, " + verdict.failed() + " failed, " + verdict.unknown() + " missing, "
                + verdict.ignored() + " ignored");
        lines.add(rule(verdict));
        verdict.reasons().forEach(reason -> lines.add(reason.text()));
        return new Step("Verdict", lines);
    }

    private static String rule(Verdict verdict) {
        return switch (verdict.answer()) {
            case YES -> "yes: nothing failed, and nothing is missing";
            case NO ->
                verdict.failed() > 0 && verdict.unknown() == 0
                        ? "no: something failed"
                        : "no: a version that was asked about is not there";
            case UNKNOWN -> "unknown, which is a no: something is missing, whatever else passed or failed";
        };
    }

    private static String line(MatrixRow row) {
        Pact pact = row.pact();
        String provider = row.provider() == null
                ? pact.provider().toString()
                : row.provider().toString();
        String overwritten = pact.revision() > 1 ? " (revision " + pact.revision() + ")" : "";
        return pact.consumer() + overwritten + " → " + provider + ": " + state(row);
    }

    private static String state(MatrixRow row) {
        DescribedResult described = row.described();
        String promised = described == null ? "" : "; " + inWords(described);
        if (row.result() != null) {
            return (row.result().success() ? "passed" : "failed") + ", result "
                    + row.result().number() + promised;
        }
        return (row.inference() == null ? "no result" : "inferred") + promised;
    }

    private static String inWords(DescribedResult described) {
        Boolean selfVerified = described.contract().selfVerified();
        String own = selfVerified == null ? "unknown" : selfVerified ? "passed" : "failed";
        Comparison comparison = described.comparison();
        return "own tests " + own + ", document " + (comparison == null ? "not compared yet" : inWords(comparison));
    }

    private static String inWords(Comparison comparison) {
        Boolean compatible = comparison.compatible();
        if (compatible == null) {
            return "not comparable";
        }
        return compatible
                ? "describes all of it"
                : "does not describe all of it (" + comparison.errors()
                        + (comparison.errors() == 1 ? " error)" : " errors)");
    }

    private static List<String> orElse(List<String> lines, String instead) {
        return lines.isEmpty() ? List.of(instead) : lines;
    }
}
