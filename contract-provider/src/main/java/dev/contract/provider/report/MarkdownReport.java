package dev.contract.provider.report;

import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.VerificationResult;
import java.util.List;

/**
 * A result in the Markdown of GitHub and GitLab, as the comment of a pull request: a table of the contracts, and each failure to unfold.
 *
 * <p>It has at most 60,000 characters, because a comment has a limit; what does not fit is counted.
 */
public final class MarkdownReport {
    private static final int LONGEST = 60_000;

    private final StringBuilder markdown = new StringBuilder();

    private MarkdownReport() {}

    /** The text, with a line break at its end. */
    public static String text(VerificationResult result) {
        MarkdownReport report = new MarkdownReport();
        report.overview(result);
        report.failures(result);
        return report.markdown.toString();
    }

    private void overview(VerificationResult result) {
        String verdict = result.success() ? " honours its contracts" : " breaks its contracts";
        markdown.append("## ").append(code(result.provider())).append(verdict).append("\n\n");
        markdown.append("| contract | verdict | interactions |\n|---|---|---|\n");
        result.contracts().forEach(this::row);
        Warnings.texts(result).forEach(warning -> addUnlessFull(fenced(warning)));
    }

    private void row(ContractResult contract) {
        Counts counts = Counts.of(contract.interactions().stream());
        String leftOut = contract.complete() ? "" : ", " + contract.leftOut() + " left out";
        addUnlessFull("| " + code(contract.title()) + " | " + (contract.success() ? "ok" : "**failed**") + " | "
                + counts + leftOut + " |\n");
    }

    private void failures(VerificationResult result) {
        List<InteractionResult> failed =
                result.interactions().filter(each -> !each.passed()).toList();
        long shown =
                failed.stream().filter(each -> addUnlessFull(details(each))).count();
        if (shown < failed.size()) {
            markdown.append("\n… and ").append(failed.size() - shown).append(" more failures\n");
        }
    }

    private static String details(InteractionResult result) {
        String headline = result.report().lines().findFirst().orElse("");
        return "\n<details><summary>" + code(headline) + "</summary>\n" + fenced(result.report()) + "\n</details>\n";
    }

    private boolean addUnlessFull(String part) {
        if (markdown.length() + part.length() > LONGEST) {
            return false;
        }
        markdown.append(part);
        return true;
    }

    /** A block that nothing inside it can end: its fence is longer than any other row of backticks. */
    private static String fenced(String text) {
        String plain = SafeText.plain(text);
        StringBuilder fence = new StringBuilder("```");
        while (plain.contains(fence)) {
            fence.append('`');
        }
        return "\n" + fence + "text\n" + plain + "\n" + fence + "\n";
    }

    /** Within a line: every mark as an entity, which Markdown takes for no syntax, in an element in which nobody is mentioned. */
    private static String code(String text) {
        StringBuilder code = new StringBuilder("<code>");
        SafeText.plain(text).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c > 0x7F) {
                code.appendCodePoint(c);
            } else {
                code.append("&#").append(c).append(';');
            }
        });
        return code.append("</code>").toString();
    }
}
