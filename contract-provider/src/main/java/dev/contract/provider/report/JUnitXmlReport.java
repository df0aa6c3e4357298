package dev.contract.provider.report;

import dev.contract.core.problem.Problem;
import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.Outcome;
import dev.contract.provider.VerificationResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A result in the XML that build servers read as JUnit's: a test suite for each contract, a test case for each interaction.
 *
 * <p>Times are in seconds. A pending interaction that failed is a skipped test case.
 */
public final class JUnitXmlReport {
    private final StringBuilder xml = new StringBuilder();

    private JUnitXmlReport() {}

    /** The whole document, in UTF-8. */
    public static String text(VerificationResult result) {
        JUnitXmlReport report = new JUnitXmlReport();
        report.document(result);
        return report.xml.toString();
    }

    private void document(VerificationResult result) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        open("testsuites", 0, "name", "contracts of " + result.provider());
        counts(result.interactions().toList());
        xml.append(">\n");
        result.contracts().forEach(this::suite);
        xml.append("</testsuites>\n");
    }

    private void suite(ContractResult contract) {
        open("testsuite", 1, "name", contract.title());
        counts(contract.interactions());
        attribute("skipped", count(contract.interactions(), "skipped"));
        xml.append(">\n");
        contract.interactions().forEach(interaction -> testCase(contract, interaction));
        xml.append("  </testsuite>\n");
    }

    private void counts(List<InteractionResult> results) {
        attribute("tests", Integer.toString(results.size()));
        attribute("failures", count(results, "failure"));
        attribute("errors", count(results, "error"));
        attribute("time", seconds(results.stream().map(InteractionResult::took).reduce(Duration.ZERO, Duration::plus)));
    }

    private static String count(List<InteractionResult> results, String element) {
        return Long.toString(results.stream()
                .filter(result -> !result.passed() && element(result).equals(element))
                .count());
    }

    private void testCase(ContractResult contract, InteractionResult result) {
        open("testcase", 2, "name", result.interaction().description());
        attribute(
                "classname",
                contract.contract().consumer() + "." + contract.contract().provider());
        attribute("time", seconds(result.took()));
        if (result.passed() && result.warnings().isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        if (!result.passed()) {
            failure(result);
        }
        tolerated(result);
        xml.append("    </testcase>\n");
    }

    private void tolerated(InteractionResult result) {
        if (!result.warnings().isEmpty()) {
            String texts = result.warnings().stream().map(Problem::toString).collect(Collectors.joining("\n"));
            xml.append("      <system-out>").append(SafeText.markup(texts)).append("</system-out>\n");
        }
    }

    private void failure(InteractionResult result) {
        String element = element(result);
        open(element, 3, "message", result.report().lines().findFirst().orElse(""));
        if (!element.equals("skipped")) {
            attribute("type", element.equals("failure") ? "mismatch" : "error");
        }
        xml.append('>')
                .append(SafeText.markup(result.report()))
                .append("</")
                .append(element)
                .append(">\n");
    }

    private static String element(InteractionResult result) {
        if (result.pending()) {
            return "skipped";
        }
        return result.outcome() instanceof Outcome.Failed ? "failure" : "error";
    }

    private void open(String element, int depth, String attribute, String value) {
        xml.append("  ".repeat(depth)).append('<').append(element);
        attribute(attribute, value);
    }

    private void attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        xml.append(SafeText.markup(value).replace("\n", "&#10;").replace("\t", "&#9;"));
        xml.append('"');
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }
}
