package dev.contract.lint;

import dev.contract.lint.LintFinding.Severity;
import java.util.List;

/**
 * All that was found in a file.
 *
 * <p>Immutable.
 *
 * @param readable whether the file could be read as a contract; if not, the findings say why
 * @param interactions how many of them were looked at
 * @param findings in the order of the file
 */
public record LintResult(boolean readable, int interactions, List<LintFinding> findings) {
    public LintResult {
        findings = List.copyOf(findings);
    }

    /** How many findings matter as much. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
