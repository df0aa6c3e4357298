package dev.contract.lint;

import dev.contract.core.json.JsonString;
import dev.contract.lint.LintFinding.Place;
import dev.contract.lint.LintFinding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one file. One thread at a time. */
final class Report {
    private static final int TELLING = 32;

    private final List<LintFinding> findings = new ArrayList<>();
    private final Set<String> secrets = new HashSet<>();

    void error(String code, String what, Place place, @Nullable String found, String mend) {
        add(new LintFinding(code, Severity.ERROR, what, place, found, mend));
    }

    void warning(String code, String what, Place place, @Nullable String found, String mend) {
        add(new LintFinding(code, Severity.WARNING, what, place, found, mend));
    }

    void advice(String code, String what, Place place, @Nullable String found, String mend) {
        add(new LintFinding(code, Severity.ADVICE, what, place, found, mend));
    }

    void add(LintFinding finding) {
        findings.add(finding);
    }

    /** No finding, whoever adds it and whenever, shows this text: it is what must not be spread. */
    void hide(String secret) {
        String start = secret.substring(0, Math.min(TELLING, secret.length()));
        secrets.add(start);
        String asJson = JsonString.of(start).toJson();
        secrets.add(asJson.substring(1, asJson.length() - 1));
    }

    private LintFinding withoutSecrets(LintFinding finding) {
        String found = finding.found();
        return found != null && secrets.stream().anyMatch(found::contains)
                ? finding.withFound("not shown, for it holds what looks like a secret")
                : finding;
    }

    /** In the order of the file, and advice that would come again and again only once. */
    List<LintFinding> findings() {
        Map<Object, Long> repeated = findings.stream()
                .distinct()
                .filter(Report::isAdvice)
                .collect(Collectors.groupingBy(Report::advice, Collectors.counting()));
        Set<Object> told = new HashSet<>();
        return findings.stream()
                .distinct()
                .sorted(LintFinding.ORDER)
                .filter(finding -> !isAdvice(finding) || told.add(advice(finding)))
                .map(finding -> isAdvice(finding) ? once(finding, repeated.getOrDefault(advice(finding), 1L)) : finding)
                .map(this::withoutSecrets)
                .toList();
    }

    private static boolean isAdvice(LintFinding finding) {
        return finding.severity() == Severity.ADVICE;
    }

    private static Object advice(LintFinding finding) {
        return Arrays.asList(finding.code(), finding.what(), finding.found());
    }

    private static LintFinding once(LintFinding finding, long times) {
        return times == 1 ? finding : finding.withWhat(finding.what() + "; " + (times - 1) + " more like it");
    }
}
